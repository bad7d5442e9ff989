server {
    listen 80;
    server_name api.example.com;
    root /var/www/api.example.com/public;
    index index.php;

    location / {
        try_files $uri $uri/ /index.php?$query_string;
    }

    location ~ \.php$ {
        fastcgi_pass unix:/run/php/php8.2-fpm.sock;
        fastcgi_index index.php;
        include fastcgi_params;
        fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
        # No timeout set — inherits 60s default
        # fastcgi_read_timeout 60;
    }
}
