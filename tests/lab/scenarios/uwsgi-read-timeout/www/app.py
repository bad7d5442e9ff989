import time

def application(environ, start_response):
    if environ['PATH_INFO'] != '/quick':
        time.sleep(4)
    start_response('200 OK', [('Content-Type', 'text/plain')])
    return [b'ok\n']
