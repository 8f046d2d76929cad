using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SecurityTracker.Domain;
using SecurityTracker.Server.Reading;
using SecurityTracker.ServerTests.Contracts;
using SecurityTracker.ServerTests.Files;

namespace SecurityTracker.ServerTests.Reading;

/// <summary>A server that gives a file two seconds of processor time.</summary>
public sealed class ImpatientServer : TestServer
{
    protected override void Change(IServiceCollection services) => services
        .RemoveAll<ReadingLimits>()
        .AddSingleton(new ReadingLimits { Work = TimeSpan.FromSeconds(2), PdfWork = TimeSpan.FromSeconds(2), Longest = TimeSpan.FromMinutes(5) });
}

/// <summary>A server in which nobody's file may wait.</summary>
public sealed class FullServer : TestServer
{
    protected override void Change(IServiceCollection services) => services.RemoveAll<ReadingLimits>().AddSingleton(new ReadingLimits { Waiting = 0 });
}

/// <summary>Where too many files of a person wait.</summary>
public sealed class FullReadersTests(FullServer server) : IClassFixture<FullServer>
{
    [Fact]
    public async Task One_more_file_is_put_off() =>
        await server.As(Role.CONTRACTOR_OFFICER).Upload("/api/annex-imports", "別紙"u8.ToArray(), "a.txt").Refuses(503, "readers-busy");
}

/// <summary>Files made to end or to starve the server, as they are sent.</summary>
public sealed class HostileUploadsTests(ImpatientServer server) : IClassFixture<ImpatientServer>
{
    private HttpClient Officer => server.As(Role.CONTRACTOR_OFFICER);

    [Theory]
    [InlineData("bomb.xlsx", "file-beyond-limit")]
    [InlineData("rows.xlsx", "file-beyond-limit")]
    [InlineData("text.xlsx", "file-beyond-limit")]
    [InlineData("labels.docx", "file-beyond-limit")]
    public async Task What_exceeds_a_limit_is_refused_and_the_limit_named(string name, string code)
    {
        var problem = await Officer.Upload("/api/annex-imports", Of(name), name).Refuses(422, code);

        problem["messages"]!["ja"]!.GetValue<string>().ShouldMatch("[0-9]");
        problem["messages"]!["en"]!.GetValue<string>().ShouldMatch("[0-9]");
    }

    [Fact]
    public async Task A_file_that_is_to_be_kept_is_refused_alike()
    {
        var contract = await Officer.Register();
        await Officer.Upload($"/api/contracts/{contract.Id}/files", HostileFiles.Bomb(), "a.xlsx").Refuses(422, "file-beyond-limit");
    }

    [Fact]
    public async Task Others_are_answered_while_a_slow_file_is_read()
    {
        var slow = Officer.Upload("/api/annex-imports", HostileFiles.SlowPdf(), "a.pdf");

        using var others = await server.As(Role.SUPERVISING_OFFICER).GetAsync("/api/editions");

        others.StatusCode.ShouldBe(HttpStatusCode.OK);
        slow.IsCompleted.ShouldBeFalse();
        await slow.Refuses(422, "pdf-too-slow");
        using var after = await server.As(Role.SUPERVISING_OFFICER).GetAsync("/api/editions");
        after.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static byte[] Of(string name) => name switch
    {
        "bomb.xlsx" => HostileFiles.Bomb(),
        "rows.xlsx" => HostileFiles.WithRows(200_000),
        "text.xlsx" => HostileFiles.SharedText(),
        _ => HostileFiles.LongLabels(),
    };
}
