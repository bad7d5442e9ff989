<?php
session_save_path(dirname(__DIR__) . '/tmp');
session_id('shared00000000000000000000');
session_start();
$end = microtime(true) + (float) ($_GET['t'] ?? 1);
while (microtime(true) < $end) {
    usleep(20000);
}
echo "ok\n";
