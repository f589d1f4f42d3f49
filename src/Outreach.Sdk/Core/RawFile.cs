using System.Buffers;
using System.Text.Json;

namespace Outreach.Sdk;

/// <summary>A file as JSON: name, type, length and its bytes in Base64.</summary>
internal static class RawFile
{
    public static async Task<JsonElement> ReadAsync(Task<Download> download, int limit, CancellationToken cancellationToken)
    {
        Download file = await download.ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            using MemoryStream bytes = new();
            byte[] buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
            try
            {
                int read;
                while ((read = await file.Content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
                {
                    bytes.Write(buffer, 0, read);
                    if (bytes.Length > limit) throw new OutreachResponseException($"The file is larger than {limit} bytes: read it as a stream.") { Attempts = 1 };
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }

            return Write(file, bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        }
    }

    private static JsonElement Write(Download file, ReadOnlySpan<byte> bytes)
    {
        ArrayBufferWriter<byte> json = new();
        using (Utf8JsonWriter writer = new(json))
        {
            writer.WriteStartObject();
            writer.WriteString("file_name", file.FileName);
            writer.WriteString("content_type", file.ContentType);
            writer.WriteNumber("length", bytes.Length);
            writer.WriteBase64String("content", bytes);
            writer.WriteEndObject();
        }

        Utf8JsonReader reader = new(json.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }
}
