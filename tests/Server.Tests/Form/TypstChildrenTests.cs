using System.Diagnostics;
using SecurityTracker.Server.Printing;
using SecurityTracker.Server.Reports.Form;

namespace SecurityTracker.ServerTests.Form;

public sealed class TypstChildrenTests
{
    [Fact]
    public async Task A_renderer_that_was_killed_costs_a_retry_and_no_request()
    {
        using var children = Renderer.Of(new());
        var pdf = new PdfForm(children);
        var before = await pdf.Render(SampleForms.Of("ED-D"), CancellationToken.None);
        var id = children.ProcessIds.ShouldHaveSingleItem();
        using (var process = Process.GetProcessById(id))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        (await pdf.Render(SampleForms.Of("ED-D"), CancellationToken.None)).ShouldBe(before);
        children.ProcessIds.ShouldHaveSingleItem().ShouldNotBe(id);
    }

    [Fact]
    public async Task A_form_beyond_those_that_may_wait_is_refused()
    {
        using var children = Renderer.Of(new() { Children = 1, Waiting = 1 });
        var pdf = new PdfForm(children);
        var renders = Enumerable.Range(0, 6).Select(_ => pdf.Render(SampleForms.Of("ED-C"), CancellationToken.None)).ToList();
        await Task.WhenAll(renders.Select(render => render.ContinueWith(_ => { }, TaskScheduler.Default)));
        renders.Count(render => render.IsCompletedSuccessfully).ShouldBe(2);
        renders.Where(render => render.IsFaulted).ShouldAllBe(render => render.Exception!.InnerException is RendererBusyException);
    }

    [Fact]
    public async Task There_are_never_more_processes_than_allowed()
    {
        using var children = Renderer.Of(new());
        var pdf = new PdfForm(children);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => pdf.Render(SampleForms.Of("ED-C"), CancellationToken.None)));
        children.ProcessIds.Count.ShouldBeLessThanOrEqualTo(2);
        children.Memory.ShouldBeLessThan(1024L * 1024 * 1024);
    }

    [Fact]
    public async Task A_renderer_is_replaced_after_its_share_of_forms()
    {
        using var children = Renderer.Of(new() { Children = 1, Renders = 2 });
        var pdf = new PdfForm(children);
        await pdf.Render(SampleForms.Of("ED-C"), CancellationToken.None);
        var first = children.ProcessIds.ShouldHaveSingleItem();
        await pdf.Render(SampleForms.Of("ED-C"), CancellationToken.None);
        await pdf.Render(SampleForms.Of("ED-C"), CancellationToken.None);
        children.ProcessIds.ShouldHaveSingleItem().ShouldNotBe(first);
    }

    [Fact]
    public async Task A_renderer_that_hangs_is_given_up_and_ended()
    {
        using var children = Renderer.Of(new() { Children = 1, Longest = TimeSpan.FromMilliseconds(1) });
        await Should.ThrowAsync<Exception>(() => new PdfForm(children).Render(SampleForms.Of("ED-C"), CancellationToken.None));
        children.ProcessIds.ShouldBeEmpty();
    }

    [Fact]
    public async Task Stopping_ends_every_process()
    {
        using var children = Renderer.Of(new() { WarmAfter = TimeSpan.FromDays(1) });
        await children.StartAsync(CancellationToken.None);
        await new PdfForm(children).Render(SampleForms.Of("ED-C"), CancellationToken.None);
        await children.StopAsync(CancellationToken.None);
        children.ProcessIds.ShouldBeEmpty();
    }
}
