using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using SecurityTracker.Domain;
using SecurityTracker.Server.Children;
using SecurityTracker.Server.Reading;
using SecurityTracker.ServerTests.Form;

namespace SecurityTracker.ServerTests.Reading;

public sealed class HostileFilesTests(Renderer renderer) : IClassFixture<Renderer>
{
    private const long Memory = 700L * 1024 * 1024;
    private static readonly byte[] Plain = Encoding.UTF8.GetBytes("別紙");

    public static TheoryData<string, string> Files => new()
    {
        { "shared text.xlsx", "file-beyond-limit" },
        { "200,000 rows.xlsx", "file-beyond-limit" },
        { "bomb.xlsx", "file-beyond-limit" },
        { "200,000 paragraphs.docx", "file-beyond-limit" },
        { "200,000 lines.txt", "file-beyond-limit" },
        { "long labels.docx", "file-beyond-limit" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_beyond_a_limit_is_refused_with_it_and_the_next_is_read(string name, string code)
    {
        var read = await renderer.Readers.Read(name, Of(name)).WaitAsync(Wait.Longest);

        read.Refusal.ShouldNotBeNull().Code.ShouldBe(code);
        read.Refusal.Message.Ja.ShouldMatch("[0-9]");
        read.Refusal.Message.En.ShouldMatch("[0-9]");
        renderer.Formats.MostMemory.ShouldBeLessThan(Memory);
        (await renderer.Readers.Read("a.txt", Plain)).Value!.Text.ShouldBe("別紙\n");
    }

    [Fact]
    public async Task Nested_elements_cost_no_stack() => (await renderer.Readers.Read("a.xlsx", HostileFiles.NestedWorkbook())).Value!.Text.ShouldBe("1\n");

    [Fact]
    public async Task The_limit_that_struck_is_named()
    {
        var file = HostileFiles.SlowPdf();
        var far = TimeSpan.FromMinutes(5);
        using var slow = new PdfChildren(Renderer.Runtime, new() { PdfWork = TimeSpan.FromSeconds(1), Longest = far }, NullLogger<PdfChildren>.Instance);
        using var late = new PdfChildren(Renderer.Runtime, new() { PdfWork = far, Longest = TimeSpan.FromSeconds(1) }, NullLogger<PdfChildren>.Instance);

        (await new FileReaders(renderer.Formats, slow).Read("a.pdf", file)).Refusal.ShouldBe(ReadingRefusals.PdfTooSlow(1));
        (await new FileReaders(renderer.Formats, late).Read("a.pdf", file)).Refusal.ShouldBe(ReadingRefusals.WaitedTooLong);
        var limits = new ReadingLimits();
        ReadingRefusals.TookTooLong.Message.En.ShouldContain($"{limits.Work.TotalSeconds} seconds");
        ReadingRefusals.WaitedTooLong.Message.En.ShouldContain($"{limits.Longest.TotalSeconds} seconds");
        ReadingRefusals.FileTooComplex.Message.En.ShouldContain($"{limits.Memory >> 20} MB");
    }

    [Fact]
    public async Task Mails_cost_what_their_length_does()
    {
        var mail = (await renderer.Readers.Mail(Actor.System, HostileFiles.SignedLines(), default)).Value!;
        mail.Signatures.Count.ShouldBe(8);
        mail.TextNotRead.ShouldBe(ReadingRefusals.TextTooLong.Code);
        (await renderer.Readers.Mail(Actor.System, HostileFiles.DeepMail(), default)).Refusal.ShouldBe(MailRefusals.Unreadable);
    }

    public static TheoryData<string> Pages => [.. HostileMails.Pages.Keys];

    /// <summary>A reader that is not linear meets the limit of ten seconds.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Pages_and_rich_texts_cost_what_their_length_does(string name)
    {
        foreach (var mail in HostileMails.Of(name))
        {
            var read = await renderer.Readers.Mail(Actor.System, mail, default);

            read.Refusal.ShouldBeNull(read.Refusal?.Code);
        }
    }

    [Fact]
    public async Task Who_needs_more_memory_than_there_is_is_told_so()
    {
        using var formats = new FormatChildren(new() { Memory = 64 * 1024 * 1024 }, NullLogger<FormatChildren>.Instance);
        var readers = new FileReaders(formats, renderer.Pdfs);

        (await readers.Mail(Actor.System, HostileFiles.SignedLines(), default)).Refusal.ShouldBe(ReadingRefusals.FileTooComplex);
        (await readers.Read("a.txt", Plain)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task An_answer_larger_than_it_may_be_is_not_taken()
    {
        using var formats = new FormatChildren(new() { Answer = 1000 }, NullLogger<FormatChildren>.Instance);

        (await new FileReaders(formats, renderer.Pdfs).Read("a.txt", Encoding.UTF8.GetBytes(new string('a', 5000)))).Refusal.ShouldBe(ReadingRefusals.FileTooComplex);
    }

    [Fact]
    public async Task Readers_that_do_not_start_are_said_to_be_lost()
    {
        using var none = new ReadingChildren(() => ConfinedProcess.Of("/bin/true", [], 1L << 30, new Dictionary<string, string>()), new(), NullLogger.Instance);

        await Should.ThrowAsync<ReadersLostException>(() => none.Ask(Guid.NewGuid(), [Plain], default));
    }

    [Fact]
    public async Task Twelve_slow_files_of_one_person_do_not_keep_another_waiting()
    {
        using var pdfs = new PdfChildren(Renderer.Runtime, new() { PdfWork = TimeSpan.FromSeconds(1), Longest = TimeSpan.FromMinutes(5) }, NullLogger<PdfChildren>.Instance);
        var readers = new FileReaders(renderer.Formats, pdfs);
        using var leaves = new CancellationTokenSource();
        var slow = HostileFiles.SlowPdf();
        var many = Enumerable.Range(0, 12).Select(_ => readers.Document(Actor.System, "a.pdf", new MemoryStream(slow), leaves.Token)).ToList();

        await readers.Document(Actor.System with { PersonId = Guid.NewGuid() }, "a.pdf", new MemoryStream(HostileFiles.SmallPdf()), default);

        many.Count(reading => reading.IsCompleted).ShouldBeLessThan(6);
        await leaves.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Task.WhenAll(many));
    }

    [Fact]
    public async Task Who_leaves_ends_the_reading()
    {
        using var pdfs = new PdfChildren(Renderer.Runtime, new(), NullLogger<PdfChildren>.Instance);
        var readers = new FileReaders(renderer.Formats, pdfs);
        using var leaves = new CancellationTokenSource();
        var reading = readers.Document(Actor.System, "a.pdf", new MemoryStream(HostileFiles.SlowPdf()), leaves.Token);
        await Wait.Until(() => pdfs.ProcessIds.Count > 0, "a child reads");
        var child = pdfs.ProcessIds[0];

        await leaves.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => reading);
        await Wait.Until(() => !pdfs.ProcessIds.Contains(child), "the child is gone");
    }

    [Fact]
    public async Task A_child_that_is_ended_from_outside_is_replaced_and_the_file_read()
    {
        using var formats = new FormatChildren(new(), NullLogger<FormatChildren>.Instance);
        var readers = new FileReaders(formats, renderer.Pdfs);
        (await readers.Read("a.txt", Plain)).Refusal.ShouldBeNull();
        foreach (var id in formats.ProcessIds)
        {
            using var child = Process.GetProcessById(id);
            child.Kill();
        }

        (await readers.Read("a.txt", Plain)).Value!.Text.ShouldBe("別紙\n");
    }

    [Fact]
    public async Task A_child_holds_nothing_of_its_server()
    {
        using var formats = new FormatChildren(new(), NullLogger<FormatChildren>.Instance);
        await new FileReaders(formats, renderer.Pdfs).Read("a.txt", Plain);
        var child = formats.ProcessIds.ShouldHaveSingleItem();

        var environment = await File.ReadAllTextAsync($"/proc/{child}/environ");

        environment.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(variable => !variable.StartsWith("DOTNET_", StringComparison.Ordinal) && !variable.StartsWith("PWD=", StringComparison.Ordinal)).ShouldBeEmpty();
        if (ConfinedProcess.HasNoNetwork)
        {
            (await File.ReadAllLinesAsync($"/proc/{child}/net/dev")).Skip(2).ShouldAllBe(line => line.TrimStart().StartsWith("lo:", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Each_person_has_a_turn()
    {
        var places = new FairPlaces(2, waiting: 64);
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        using var first = await places.Take(one, default);
        var waiting = Enumerable.Range(0, 11).Select(_ => places.Take(one, default)).ToList();

        using var others = await places.Take(other, default);

        waiting.ShouldAllBe(turn => !turn.IsCompleted);
        first.Dispose();
        (await waiting[0]).Dispose();
    }

    [Fact]
    public async Task Who_has_left_takes_no_place()
    {
        var places = new FairPlaces(1, waiting: 64);
        var first = await places.Take(Guid.NewGuid(), default);
        using var leaves = new CancellationTokenSource();
        var left = places.Take(Guid.NewGuid(), leaves.Token);
        var stays = places.Take(Guid.NewGuid(), default);

        await leaves.CancelAsync();
        first.Dispose();

        await Should.ThrowAsync<OperationCanceledException>(() => left);
        (await stays).Dispose();
    }

    private static byte[] Of(string name) => name switch
    {
        "shared text.xlsx" => HostileFiles.SharedText(),
        "200,000 rows.xlsx" => HostileFiles.WithRows(200_000),
        "bomb.xlsx" => HostileFiles.Bomb(),
        "200,000 paragraphs.docx" => HostileFiles.Paragraphs(200_000),
        "200,000 lines.txt" => HostileFiles.Lines(200_000),
        _ => HostileFiles.LongLabels(),
    };
}
