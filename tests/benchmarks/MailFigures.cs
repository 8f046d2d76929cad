using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SecurityTracker.Server.Mail;

namespace SecurityTracker.Benchmarks;

/// <summary>Mails out of the outbox to a mail server on this machine that takes each at once: how long, and how much memory.</summary>
internal static class MailFigures
{
    private const int Mails = 10_000;
    private const int AtOnce = 500;

    public static async Task<string> Measure()
    {
        await using var server = new MailTaker();
        await using var site = await Site.Start("--Mail:Host=127.0.0.1", string.Create(CultureInfo.InvariantCulture, $"--Mail:Port={server.Port}"), "--Mail:Security=NONE", "--Mail:From=SecurityTracker <noreply@example.go.jp>");
        var began = TimeProvider.System.GetTimestamp();
        await Queue(site);
        var queued = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        var (first, last) = (0L, 0L);
        while (server.Taken < Mails)
        {
            await Task.Delay(200);
            last = Used();
            first = first == 0 && server.Taken > Mails / 10 ? last : first;
        }
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Mails:N0} mails queued in {queued:F1} s, the last handed over {TimeProvider.System.GetElapsedTime(began).TotalSeconds:F0} s after the first was queued (aim 60 s); memory {first / 1_000_000} MB after a tenth, {last / 1_000_000} MB after the last");
    }

    private static async Task Queue(Site site)
    {
        var (mails, database) = (site.Inside.GetRequiredService<Mails>(), site.Inside.GetRequiredService<NpgsqlDataSource>());
        for (var i = 0; i < Mails; i += AtOnce)
        {
            await using var batch = database.CreateBatch();
            foreach (var n in Enumerable.Range(i, AtOnce))
            {
                var mail = new OutgoingMail([new($"person{n}@example.go.jp", "担当　職員")], "【要対応】報告書の作成（期限 2026年10月15日）ほか3件", string.Concat(Enumerable.Repeat("令和8年度「動向調査」の報告書を作成してください。\n", 20)));
                foreach (var statement in mails.Queueing($"figure/{n}", new(MailKind.INVITATION, OrganisationId: null), mail, TimeProvider.System.GetUtcNow().AddDays(1)))
                {
                    batch.BatchCommands.Add(statement);
                }
            }
            await batch.ExecuteNonQueryAsync();
        }
    }

    private static long Used()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }

    /// <summary>A mail server that says yes to everything and keeps nothing.</summary>
    private sealed class MailTaker : IAsyncDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly Task running;
        private int taken;

        public MailTaker()
        {
            listener.Start();
            running = Listen();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public int Taken => Volatile.Read(ref taken);

        public async ValueTask DisposeAsync()
        {
            listener.Stop();
            await running;
        }

        private async Task Listen()
        {
            try
            {
                while (true)
                {
                    _ = Serve(await listener.AcceptTcpClientAsync());
                }
            }
            catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
            {
                // It was stopped.
            }
        }

        private async Task Serve(TcpClient client)
        {
            using (client)
            {
                using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
                await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
                await writer.WriteLineAsync("220 mail.example.jp");
                while (await reader.ReadLineAsync() is { } line)
                {
                    await writer.WriteLineAsync(line.StartsWith("DATA", StringComparison.Ordinal) ? "354 go on" : line.StartsWith("QUIT", StringComparison.Ordinal) ? "221 bye" : "250 yes");
                    if (line.StartsWith("DATA", StringComparison.Ordinal))
                    {
                        while (await reader.ReadLineAsync() is not ("." or null))
                        {
                            // Nothing is kept.
                        }
                        await writer.WriteLineAsync("250 taken");
                        Interlocked.Increment(ref taken);
                    }
                }
            }
        }
    }
}
