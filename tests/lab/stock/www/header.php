<?php
$left = (int) ($_GET['bytes'] ?? 6000);
for ($i = 0; $left > 0; $i++, $left -= 1000) {
    header("X-Filler-$i: " . str_repeat('a', min($left, 980)));
}
echo "ok\n";
