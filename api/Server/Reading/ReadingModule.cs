
namespace SecurityTracker.Server.Reading;

/// <summary>Tenders and filled forms, read from txt, docx, xlsx and PDF.</summary>
internal sealed class ReadingModule : IModule
{
    public void AddServices(IServiceCollection services) => services
        .AddSingleton(new ReadingLimits())
        .AddSingleton<FormatChildren>()
        .AddSingleton<PdfChildren>()
        .AddSingleton<FileReaders>()
        .AddHostedService(provider => provider.GetRequiredService<FormatChildren>())
        .AddHostedService(provider => provider.GetRequiredService<PdfChildren>());
}
