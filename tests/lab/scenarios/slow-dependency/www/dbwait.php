<?php
// A database that took the connection and does not answer.
function query_database(int $port) {
    $socket = stream_socket_client("tcp://127.0.0.1:$port");
    stream_set_timeout($socket, 6);
    return fgets($socket);
}
query_database((int) $_GET['port']);
echo "ok\n";
