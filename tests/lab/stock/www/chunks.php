<?php
for ($i = 0; $i < (int) ($_GET['n'] ?? 4); $i++) {
    echo str_repeat('x', 8192);
    flush();
    $end = microtime(true) + (float) ($_GET['every'] ?? 1);
    while (microtime(true) < $end) {
        usleep(20000);
    }
}
