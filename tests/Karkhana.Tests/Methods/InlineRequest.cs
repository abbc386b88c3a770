using System.Text.Json;
using Karkhana.Core.Measures;
using Karkhana.Requests;

namespace Karkhana.Tests.Methods;

/// <summary>Reads requests whose tables stand in them; one that asks for a file fails its test.</summary>
internal static class InlineRequest
{
    public static MeasureRequest Read(JsonElement request) => RequestReader.Read(
        request, file => throw new InvalidOperationException($"A request with its own tables opens no file; it asked for {file}."));
}
