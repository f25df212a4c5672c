using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Thalweg.Lab.Data;
using Thalweg.Lab.Http;

namespace Thalweg.Lab.Api;

/// <summary>Tables as pages send and ask for them.</summary>
static class DatasetApi
{
    const int ShownRows = 20;

    /// <summary>Keeps an uploaded table: the body itself, or the first file of a form.</summary>
    public static async Task<DatasetPreview> UploadAsync(HttpContext context, Datasets datasets, long limit, string? name)
    {
        var request = context.Request;
        // Counted here: the server itself would hang up before the answer is read.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } own)
            own.MaxRequestBodySize = null;
        if (request.ContentLength > limit)
            throw TooLarge(limit);
        using var content = new MemoryStream();
        if (request.HasFormContentType)
        {
            var form = await FormAsync(request, limit, context.RequestAborted).ConfigureAwait(false);
            if (form.Files is not [var file, ..])
                throw Refusal.Bad("The form has no file: send the table as multipart/form-data with a file, or as text/csv.", "file");
            name ??= file.FileName;
            await file.CopyToAsync(content, context.RequestAborted).ConfigureAwait(false);
        }
        else
        {
            byte[] buffer = new byte[81920];
            while (await request.Body.ReadAsync(buffer, context.RequestAborted).ConfigureAwait(false) is > 0 and var count)
            {
                if (content.Length + count > limit)
                    throw TooLarge(limit);
                content.Write(buffer, 0, count);
            }
        }
        if (content.Length == 0)
            throw Refusal.Bad("The table is empty: send a CSV file.", "file");
        var csv = content.GetBuffer().AsMemory(0, (int)content.Length);
        var dataset = await Task.Run(() => datasets.Add(name ?? "table", csv), context.RequestAborted).ConfigureAwait(false);
        return dataset.Preview(ShownRows);
    }

    static async Task<IFormCollection> FormAsync(HttpRequest request, long limit, CancellationToken cancellation)
    {
        try
        {
            return await request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = limit }, cancellation).ConfigureAwait(false);
        }
        catch (InvalidDataException fault)
        {
            throw fault.Message.Contains("limit", StringComparison.Ordinal) ? TooLarge(limit) : Refusal.Bad($"The form can't be read: {fault.Message}", "file");
        }
    }

    static Refusal TooLarge(long limit) =>
        new(StatusCodes.Status413PayloadTooLarge, FormattableString.Invariant($"The table is larger than {limit / 1e6:0.#} MB, the most that the Lab keeps: take fewer rows or columns."), "file");
}
