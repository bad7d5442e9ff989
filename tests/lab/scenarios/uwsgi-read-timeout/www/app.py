import time

def application(environ, start_response):
    time.sleep(4)
    start_response('200 OK', [('Content-Type', 'text/plain')])
    return [b'ok\n']
