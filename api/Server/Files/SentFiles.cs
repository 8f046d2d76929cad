namespace SecurityTracker.Server.Files;

/// <summary>The files of a multipart request.</summary>
internal static class SentFiles
{
    /// <summary>
    /// Reads them, or throws the problem to be answered: no form (415), a form beyond the limit (413), one that is cut short or is
    /// none (400). Every route that takes files reads them here.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="largest">The largest file, in bytes, that the route takes.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IFormFileCollection> ReadFiles(this HttpRequest request, int largest, CancellationToken ct)
    {
        if (!request.HasFormContentType)
        {
            throw new ProblemException(Problems.MediaTypeNotSupported);
        }

        try
        {
            return (await request.ReadFormAsync(ct)).Files;
        }
        catch (BadHttpRequestException e)
        {
            throw new ProblemException(e.StatusCode == StatusCodes.Status413PayloadTooLarge ? Problems.FileTooLarge : Problems.MalformedBody);
        }
        catch (InvalidDataException)
        {
            // The form's own reader: a part beyond the limit, or no form at all.
            throw new ProblemException(request.ContentLength > largest ? Problems.FileTooLarge : Problems.MalformedBody);
        }
        catch (IOException e) when (!FullDisk.IsWhy(e))
        {
            throw new ProblemException(Problems.MalformedBody);
        }
    }
}
