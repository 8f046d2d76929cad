using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using SecurityTracker.Server.Children;
using SecurityTracker.Server.Printing;
using SecurityTracker.Server.Reading;
using SecurityTracker.Server.Reports.Form;

namespace SecurityTracker.ServerTests.Form;

/// <summary>The real renderer and the real PDF reader, shared by a class of tests.</summary>
public sealed class Renderer : IDisposable
{
    public Renderer()
    {
        Children = Of(new());
        Pdf = new(Children);
        Readers = new(Formats, Pdfs);
    }

    public static RuntimeFiles Runtime { get; } = new(new ConfigurationBuilder().Build());

    public TypstChildren Children { get; }

    public PdfForm Pdf { get; }

    public FormatChildren Formats { get; } = new(new(), NullLogger<FormatChildren>.Instance);

    public PdfChildren Pdfs { get; } = new(Runtime, new(), NullLogger<PdfChildren>.Instance);

    public FileReaders Readers { get; }

    public static TypstChildren Of(TypstLimits limits) => new(Runtime, [new("Reports/Form/form.typ"), new("ConfirmationDocuments/Form/confirmation-document.typ")], limits, NullLogger<TypstChildren>.Instance);

    public void Dispose()
    {
        Children.Dispose();
        Formats.Dispose();
        Pdfs.Dispose();
    }
}
