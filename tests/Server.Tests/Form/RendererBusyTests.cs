using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SecurityTracker.Server.Printing;
using SecurityTracker.ServerTests.Reports;

namespace SecurityTracker.ServerTests.Form;

/// <summary>A server whose renderers have no place left.</summary>
public sealed class RendererBusyTests(RendererBusyTests.FullServer server) : IClassFixture<RendererBusyTests.FullServer>
{
    [Fact]
    public async Task A_full_queue_says_when_to_come_back()
    {
        var client = server.CreateClient();
        var draft = await client.Draft((await client.RegisterRecorded()).Id);

        await client.When(Get($"/api/reports/{draft.Id}/form.pdf")).Refuses(503, "renderer-busy");

        using var answer = await client.GetAsync($"/api/reports/{draft.Id}/form.pdf");
        answer.Headers.RetryAfter!.Delta.ShouldBe(RendererBusyException.RetryAfter);
    }

    public sealed class FullServer : TestServer
    {
        protected override void Change(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton(new TypstLimits { Children = 1, Waiting = -1 }));
    }
}
