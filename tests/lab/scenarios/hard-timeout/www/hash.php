<?php
hash_pbkdf2('sha512', 'password', 'salt', 6000000);
echo "hashed\n";
