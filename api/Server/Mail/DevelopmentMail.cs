using SecurityTracker.Domain;
using SecurityTracker.Server.Children;
using SecurityTracker.Server.Reading;

namespace SecurityTracker.Server.Mail;

/// <summary>A mail that the mail server of development took.</summary>
/// <param name="Number">Counts up from 1.</param>
/// <param name="Recipients">Whom the envelope named.</param>
/// <param name="Source">Its bytes.</param>
/// <param name="Reading">What it says.</param>
internal sealed record ReceivedMail(int Number, DateTimeOffset At, IReadOnlyList<string> Recipients, byte[] Source, MailReading Reading);

/// <summary>
/// A real mail server for development (npm's smtp-server in a process of its own, on loopback): it delivers nothing, and shows
/// what it took at /dev/mail. It starts with the first mail and is replaced when it is lost.
/// </summary>
internal sealed class DevelopmentMail(RuntimeFiles runtime, FileReaders readers, TimeProvider time) : IDisposable
{
    private const int Most = 200;
    private readonly SemaphoreSlim starting = new(1);
    private readonly Lock gate = new();
    private readonly LinkedList<ReceivedMail> mails = new();
    private DevelopmentMailChild? child;
    private int taken;

    /// <summary>What it took, the newest first; the oldest are forgotten.</summary>
    public IReadOnlyList<ReceivedMail> Mails
    {
        get
        {
            lock (gate)
            {
                return [.. mails];
            }
        }
    }

    /// <summary>The port on 127.0.0.1; starts the server if none runs. Throws <see cref="IOException"/> when it does not start.</summary>
    public async Task<int> Port(CancellationToken ct)
    {
        await starting.WaitAsync(ct);
        try
        {
            if (child is not { IsAlive: true })
            {
                child?.Dispose();
                child = await DevelopmentMailChild.Start(runtime, Take, ct);
            }

            return child.Port;
        }
        finally
        {
            starting.Release();
        }
    }

    public void Dispose()
    {
        child?.Dispose();
        starting.Dispose();
    }

    private async Task Take(IReadOnlyList<string> recipients, byte[] source)
    {
        var mail = (await readers.Mail(Actor.System, source, CancellationToken.None)).Value;
        var reading = mail is null ? MailReading.Unreadable : mail.Reading with
        {
            Attachments = [.. mail.Parts.Where(part => part.Content is not null).Select(part => new MailAttachment(part.Name, part.MediaType, part.Content!))],
        };
        lock (gate)
        {
            mails.AddFirst(new ReceivedMail(++taken, time.GetUtcNow(), recipients, source, reading));
            if (mails.Count > Most)
            {
                mails.RemoveLast();
            }
        }
    }
}
