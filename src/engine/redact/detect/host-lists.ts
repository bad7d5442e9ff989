export const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Top levels that prose and file names do not end in; enough to see a host in free text. */
export const TOP_LEVELS = list(
  `com net org edu gov mil int biz info eu de uk fr nl be ch at es it pt pl cz sk hu ro bg gr se no fi dk ie lu li lt lv ee
   ru ua by kz tr il ae sa in cn jp kr tw hk sg my th vn id ph au nz za ng ke eg ma br ar mx cl co pe uy ve ca us io ai app
   dev cloud tech online site shop store xyz club live blog agency digital systems network solutions services software host
   hosting email media group world academy company team tools studio design page website space fun pro tv me cc ws to fm
   gg im is so ly la sh eus cat berlin hamburg london paris wien swiss asia mobi jobs travel museum name test
   gmbh koeln cologne bayern ruhr saarland nrw tirol brussels amsterdam vlaanderen scot wales quebec nyc melbourne istanbul
   reisen versicherung immobilien immo kaufen villas rentals apartments pizza catering boutique jewelry photography dental
   consulting contractors enterprises accountants vacations studios productions ventures holdings homes estate tours
   holiday restaurant cafe fashion clothing shoes beauty salon gallery fitness yoga coach wedding dating church garden
   flowers taxi autos bike farm clinic doctor lawyer attorney insurance engineering construction solar sarl vip
   city global wiki news press health care legal law tax school university college education training courses finance
   financial energy supply delivery equipment exchange trade market marketing music social community family house land
   directory graphics computer technology institute center foundation international discount deals expert
   local lan internal intranet corp intra home priv private consul cluster localdomain onion arpa`,
);
/** Top levels that are file suffixes or words of code: a host only where a host must stand, or with three labels and more. */
export const DOUBTFUL = list(
  'sh so is in to me name info pro at it no my id be by im la ly test site host page group home private local int cat tools live store media email design ' +
    'city global wiki news press health care legal law tax school university college education training courses finance ' +
    'financial energy supply delivery equipment exchange trade market marketing music social community family house land ' +
    'directory graphics computer technology institute center foundation international discount deals expert',
);

/** Labels at the end of a file name. */
export const FILE_SUFFIXES = list(
  `conf log access error err key crt pem cer csr pfx p12 chain fullchain privkey bundle sock socket vhost ssl nossl bak old orig
   save dist default disabled gz zip tar tgz bz2 xz zst txt md json xml yml yaml ini php phtml html htm css js mjs ts map
   sql dump pid lock service slice scope timer access_log error_log 1 2 3 4 5 6 7 8 9 htpasswd passwd cnf env sh so dll phar http https well-known`,
);

/** Hosts of the standards, the projects and the public services: they identify nobody. */
export const PUBLIC_HOSTS = list(
  `localhost localhost.localdomain host.docker.internal my.domain.com foo.bar sqlite.org xdebug.org hstspreload.org
   kubernetes.io k8s.io quay.io gcr.io ghcr.io helm.sh opencontainers.org nginx.org nginx.com php.net w3.org ietf.org iana.org schema.org debian.org ubuntu.com
   kernel.org gnu.org apache.org mysql.com mariadb.org redis.io postgresql.org wordpress.org drupal.org packagist.org
   getcomposer.org npmjs.org npmjs.com github.com githubusercontent.com github.io gitlab.com bitbucket.org docker.com docker.io
   googleapis.com google.com gstatic.com googletagmanager.com google-analytics.com googleusercontent.com gmail.com youtube.com
   doubleclick.net slack.com discord.com discordapp.com sentry.io stripe.com paypal.com cloudflare.com cloudflareinsights.com
   jsdelivr.net unpkg.com jquery.com bootstrapcdn.com facebook.com facebook.net fbcdn.net twitter.com x.com linkedin.com
   instagram.com microsoft.com office.com microsoftonline.com live.com outlook.com bing.com yahoo.com baidu.com yandex.com
   yandex.ru duckduckgo.com apple.com mozilla.org opera.com letsencrypt.org digicert.com sectigo.com telegram.org twilio.com
   sendgrid.com sendgrid.net mailgun.net mailgun.org mailchimp.com newrelic.com nr-data.net datadoghq.com datadoghq.eu
   pagerduty.com atlassian.com atlassian.net openai.com anthropic.com huggingface.co semrush.com ahrefs.com mj12bot.com
   uptimerobot.com pingdom.com letsencrypt.com stackoverflow.com serverfault.com gravatar.com amazonaws.com.cn
   windows.net azure.com shopify.com squareup.com postmarkapp.com elastic.co grafana.com vaultproject.io hashicorp.com
   opentelemetry.io perishablepress.com petalbot.com bytedance.com applebot.com nr-assets.net heroku.com npmjs.io
   haxx.se curl.se centos.org redhat.com fedoraproject.org alpinelinux.org archlinux.org zend.com symfony.com laravel.com zapier.com ifttt.com hc-ping.com
   lencr.org pki.goog asp.net socket.io nodejs.org python.org openssl.org golang.org go.dev amazontrust.com globalsign.com usertrust.com comodoca.com statuspage.io opsgenie.com webhook.site`,
);

/** API endpoints of AWS: the region is no secret; buckets, databases and machines are. */
export const AWS_ENDPOINT =
  /^(?:(?:api\.)?[a-z0-9-]{2,24}\.)?(?:[a-z]{2}(?:-[a-z]{2,9}){1,2}-[0-9]\.)?amazonaws\.com$|^[0-9]{12}\.(?:dkr\.ecr|s3-control|sqs)\.[a-z0-9-]{2,24}\.amazonaws\.com$|^(?:sqs|sns|s3|sts|iam|ec2|ecr|kms|ses|email|logs|monitoring|dynamodb|secretsmanager|ssm|lambda|api\.ecr|s3-website|execute-api)[.-][a-z0-9-]{2,24}\.amazonaws\.com$/;

/** Services that every cluster has. */
export const CLUSTER_OWN =
  /^(?:(?:[a-z0-9-]{1,63}\.)?kube-system\.svc|kubernetes\.default\.svc|svc)(?:\.cluster\.local)?$/;

/** Names of one label that containers and tutorials use for a role, not for a machine. */
export const ROLE_NAMES = list(
  `localhost php php-fpm phpfpm fpm app web www nginx db database mysql mariadb postgres postgresql pgsql redis memcached memcache
   mongo mongodb rabbitmq elasticsearch kibana varnish haproxy apache httpd node api backend frontend server client host upstream
   cache queue worker mail smtp mailhog mailpit proxy gateway traefik wordpress wp drupal magento laravel symfony nextcloud unix
   default none example test dev staging prod production local workspace sphinx solr minio selenium adminer phpmyadmin horizon
   php7 php8 php56 php74 php80 php81 php82 php83 fastcgi http https tcp udp kernel systemd docker upstream1 upstream2 backend1
   backend2 app1 app2 web1 web2 dynamic static all any blocked invalid_referer server_names unknown hostname domain pool loki vault consul`,
);

/** Further words that names of roles are made of. */
export const ROLE_PARTS = list(
  `handler master slave replica primary secondary lb balancer main cluster service svc fcgi socket admin static media pm
   sessions session store storage search broker scheduler cron jobs site shop backup read write rw ro`,
);

/** First words of the names of files and of objects in code, which no site is called after. */
export const CODE_WORDS = list(
  `config docker-compose compose php nginx env window this self app web index main settings test local default base common
   webpack vite tsconfig package dockerfile makefile request response server user data service logger console document`,
);
