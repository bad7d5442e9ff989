<?php
// Waits without using the processor, like a slow database. Loops, because a signal cuts usleep() short.
$end = microtime(true) + (float) ($_GET['t'] ?? 1);
while (microtime(true) < $end) {
    usleep(20000);
}
echo "slept\n";
