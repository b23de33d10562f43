/* What a program does to its files, its servers and its reader, in order; and a wall clock that
   tests can move. Loaded by LD_PRELOAD, Linux only; preload.py builds it and reads its trace.

   SOFTANSWER_TEST_TRACE=FILE     each act is appended to FILE: a header, a name, data
   SOFTANSWER_TEST_FOLDER=FOLDER  files below it are traced
   SOFTANSWER_TEST_CLOCK=FILE     eight bytes: nanoseconds that the wall clock is ahead

   A write and a flush are noted when they are done, a message before it leaves: so whatever is
   flushed before a message in the trace was flushed before it in truth. */

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <netinet/in.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define NS_PER_S 1000000000LL

struct act {
    char kind; /* W written, T cut to a length, F flushed, U removed, S sent, O said on stdout */
    uint32_t name_size;
    uint64_t offset;
    uint64_t size;
} __attribute__((packed));

static int trace = -1;
static const char *folder;
static volatile int64_t *ahead_ns;

__attribute__((constructor)) static void begin(void) {
    const char *name = getenv("SOFTANSWER_TEST_TRACE");
    folder = getenv("SOFTANSWER_TEST_FOLDER");
    if (name != NULL && folder != NULL)
        trace = open(name, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    name = getenv("SOFTANSWER_TEST_CLOCK");
    int clock = name == NULL ? -1 : open(name, O_RDONLY | O_CLOEXEC);
    if (clock >= 0) {
        void *map = mmap(NULL, sizeof *ahead_ns, PROT_READ, MAP_SHARED, clock, 0);
        ahead_ns = map == MAP_FAILED ? NULL : map;
        close(clock);
    }
}

static void note(char kind, const char *name, uint64_t offset, const void *data, size_t size) {
    struct act act = {kind, strlen(name), offset, size};
    struct iovec parts[] = {
        {&act, sizeof act}, {(void *)name, act.name_size}, {(void *)data, size}};
    if (syscall(SYS_writev, trace, parts, 3) < 0)
        abort();
}

/* The path of an open file below the traced folder, NULL for any other descriptor. */
static const char *traced(int fd, char path[PATH_MAX]) {
    char link[32];
    struct stat about;
    if (trace < 0 || fstat(fd, &about) != 0 || !S_ISREG(about.st_mode))
        return NULL;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t size = readlink(link, path, PATH_MAX - 1);
    if (size < 0)
        return NULL;
    path[size] = '\0';
    return strncmp(path, folder, strlen(folder)) == 0 ? path : NULL;
}

static void note_written(int fd, off_t offset, const void *data, ssize_t size) {
    char path[PATH_MAX];
    if (size > 0 && traced(fd, path) != NULL)
        note('W', path, offset, data, size);
}

static void note_sent(int fd, const void *data, size_t size) {
    struct sockaddr_in peer;
    socklen_t length = sizeof peer;
    if (trace < 0 || getpeername(fd, (struct sockaddr *)&peer, &length) != 0)
        return;
    if (peer.sin_family == AF_INET) {
        char port[8];
        snprintf(port, sizeof port, "%d", ntohs(peer.sin_port));
        note('S', port, 0, data, size);
    }
}

ssize_t write(int fd, const void *data, size_t size) {
    if (trace >= 0 && fd == STDOUT_FILENO)
        note('O', "", 0, data, size);
    else
        note_sent(fd, data, size);
    ssize_t done = REAL(write)(fd, data, size);
    if (done > 0)
        note_written(fd, lseek(fd, 0, SEEK_CUR) - done, data, done);
    return done;
}

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t offset) {
    ssize_t done = REAL(pwrite64)(fd, data, size, offset);
    note_written(fd, offset, data, done);
    return done;
}

ssize_t send(int fd, const void *data, size_t size, int flags) {
    note_sent(fd, data, size);
    return REAL(send)(fd, data, size, flags);
}

static int noted_flush(int fd, int result) {
    char path[PATH_MAX];
    if (result == 0 && traced(fd, path) != NULL)
        note('F', path, 0, NULL, 0);
    return result;
}

int fsync(int fd) { return noted_flush(fd, REAL(fsync)(fd)); }

int fdatasync(int fd) { return noted_flush(fd, REAL(fdatasync)(fd)); }

int ftruncate64(int fd, off64_t size) {
    char path[PATH_MAX];
    int result = REAL(ftruncate64)(fd, size);
    if (result == 0 && traced(fd, path) != NULL)
        note('T', path, size, NULL, 0);
    return result;
}

int unlink(const char *path) {
    int result = REAL(unlink)(path);
    if (result == 0 && trace >= 0 && strncmp(path, folder, strlen(folder)) == 0)
        note('U', path, 0, NULL, 0);
    return result;
}

static int64_t moved(int64_t ns) { return ns + (ahead_ns == NULL ? 0 : *ahead_ns); }

int clock_gettime(clockid_t clock, struct timespec *now) {
    int result = REAL(clock_gettime)(clock, now);
    if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
        int64_t ns = moved(now->tv_sec * NS_PER_S + now->tv_nsec);
        now->tv_sec = ns / NS_PER_S;
        now->tv_nsec = ns % NS_PER_S;
    }
    return result;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    struct timespec fine;
    (void)zone;
    int result = clock_gettime(CLOCK_REALTIME, &fine);
    now->tv_sec = fine.tv_sec;
    now->tv_usec = fine.tv_nsec / 1000;
    return result;
}

time_t time(time_t *where) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME_COARSE, &now);
    if (where != NULL)
        *where = now.tv_sec;
    return now.tv_sec;
}
