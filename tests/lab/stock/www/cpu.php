<?php
$end = microtime(true) + (float) ($_GET['t'] ?? 1);
while (microtime(true) < $end) {
    hash('sha256', 'work');
}
echo "worked\n";
