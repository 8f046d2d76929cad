using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace SecurityTracker.Server.Postgres;

/// <summary>The files of one embedded PostgreSQL: programs, data, socket, log, and the lock that keeps a second server out.</summary>
internal sealed class PostgresFolder : IDisposable
{
    private readonly string programs;
    private readonly string? user;
    private readonly FileStream theLock;
    private readonly PostgresLog log;

    private PostgresFolder(string programs, string folder, string? user, FileStream theLock)
    {
        (this.programs, this.user, this.theLock) = (programs, user, theLock);
        Data = Path.Combine(folder, "data");
        Log = Path.Combine(folder, "postgresql.log");
        Socket = SocketIn(folder);
        log = PostgresLog.In(Log);
    }

    /// <summary>PGDATA.</summary>
    public string Data { get; }

    /// <summary>The folder of the Unix socket; nobody else may enter it.</summary>
    public string Socket { get; }

    /// <summary>What PostgreSQL said since it was last started.</summary>
    public string Log { get; }

    /// <summary>Takes the lock, sees off a server that a killed run left behind, brings programs and rights into place.</summary>
    public static PostgresFolder Prepare(PostgresHome home)
    {
        RequireUser(home.User);
        MakePrivate(home.Folder);
        var held = Lock(home.Folder);
        PostgresLeftover.SeeOff(Path.Combine(home.Folder, "data"));
        if (home.Fresh)
        {
            Delete(Path.Combine(home.Folder, "data"));
        }

        var files = new PostgresFolder(home.User is null ? home.Programs : PostgresPrograms.CopyFor(home), home.Folder, home.User, held);
        MakePrivate(files.Socket);
        if (home.User is not null)
        {
            Run("chown", ["-R", $"{home.User}:", home.Folder]);
        }

        return files;
    }

    private static void MakePrivate(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new StartRefusedException("The embedded PostgreSQL runs on Linux and macOS: name a PostgreSQL with ConnectionStrings__Database.");
        }

        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Makes the data folder unless it is complete; answers whether it is new.</summary>
    public async Task<bool> InitialiseOnce(string superuser, CancellationToken ct)
    {
        if (File.Exists(Path.Combine(Data, "PG_VERSION")) && !File.Exists(Unfinished))
        {
            return false;
        }

        Delete(Data);
        await File.WriteAllTextAsync(Unfinished, "", ct);
        await Task.Run(() => Run(AsUser("initdb", [
            "-D", Data, "-U", superuser, "--auth=trust", "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
            "--no-instructions",
        ])), ct);
        return true;
    }

    /// <summary>The database exists: the folder is complete.</summary>
    public void Finished() => File.Delete(Unfinished);

    /// <summary>Starts the server as a child that the kernel interrupts when its parent thread ends, in a session of its own so that Ctrl-C reaches us alone.</summary>
    /// <param name="onLine">Takes each line of its log.</param>
    public Process StartServer(Action<string> onLine)
    {
        PostgresLeftover.SeeOff(Data);
        var start = AsUser("postgres", [
            "-D", Data, "-k", Socket,
            "-c", "listen_addresses=", "-c", "unix_socket_permissions=0700",
            .. NothingOfAnybody,
            "-c", "timezone=UTC", "-c", "log_timezone=UTC", "-c", "lc_messages=C", "-c", "jit=off", "-c", "max_connections=120",
        ]);
        start.RedirectStandardError = true;
        var process = Process.Start(start) ?? throw new InvalidOperationException("no process");
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null)
            {
                onLine(line.Data);
            }
        };
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Writes a line of the log, if the disk has room for it.</summary>
    public void Note(string line) => log.Note(line);

    public void Dispose()
    {
        log.Dispose();
        theLock.Dispose();
    }

    // Its log says what the server does and nothing of what it holds: no statement, no value, no address. Errors of statements are
    // in the program's own log.
    private static readonly string[] NothingOfAnybody =
    [
        "-c", "log_min_messages=log", "-c", "log_min_error_statement=panic", "-c", "log_error_verbosity=terse", "-c", "log_statement=none", "-c", "log_min_duration_statement=-1",
        "-c", "log_duration=off", "-c", "log_parameter_max_length=0", "-c", "log_parameter_max_length_on_error=0", "-c", "log_connections=", "-c", "log_disconnections=off",
        "-c", "log_hostname=off", "-c", "log_line_prefix=%m [%p] ",
    ];

    private string Unfinished => Data + ".unfinished";

    private static string SocketIn(string folder)
    {
        // A socket's path holds at most 107 bytes, of which .s.PGSQL.5432 takes 14.
        var inside = Path.Combine(folder, "run");
        return Encoding.UTF8.GetByteCount(inside) <= 90 ? inside : Directory.CreateTempSubdirectory("st-").FullName;
    }

    private static FileStream Lock(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new StartRefusedException($"Another SecurityTracker works on {folder}: stop it, or choose another folder with --data.", e);
        }
    }

    private static void RequireUser(string? user)
    {
        if (user is not null && !File.ReadLines("/etc/passwd").Any(l => l.StartsWith(user + ":", StringComparison.Ordinal)))
        {
            throw new StartRefusedException($"PostgreSQL does not run as root: create its user with 'useradd --system {user}', or run infra/start.");
        }
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private ProcessStartInfo AsUser(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo { UseShellExecute = false, WorkingDirectory = "/", Environment = { ["LC_ALL"] = "C" } };
        var words = new List<string>();
        if (OperatingSystem.IsLinux())
        {
            words.AddRange(["setsid", "setpriv", "--pdeathsig", "INT"]);
            if (user is not null)
            {
                words.AddRange(["--reuid", user, "--regid", user, "--clear-groups", "--reset-env"]);
            }

            words.Add("--");
        }

        words.Add(Path.Combine(programs, "bin", program));
        start.FileName = words[0];
        foreach (var word in words.Skip(1).Concat(arguments))
        {
            start.ArgumentList.Add(word);
        }

        return start;
    }

    private static void Run(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        Run(start);
    }

    private static void Run(ProcessStartInfo start)
    {
        start.RedirectStandardError = true;
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("no process");
        var said = process.StandardOutput.ReadToEndAsync();
        var complaint = process.StandardError.ReadToEnd();
        process.WaitForExit();
        _ = said.Result;
        if (process.ExitCode != 0)
        {
            throw new StartRefusedException(string.Create(
                CultureInfo.InvariantCulture, $"The embedded PostgreSQL cannot be set up ({start.FileName}, exit code {process.ExitCode}): {complaint.Trim().ReplaceLineEndings(" ")}"));
        }
    }
}
