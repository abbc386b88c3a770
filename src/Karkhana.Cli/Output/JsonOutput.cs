using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Karkhana.Cli.Output;

/// <summary>Writes JSON to standard output, and nothing else goes there with <c>--format json</c>.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // names in Urdu stay readable; this is a terminal or a file, not a web page
    };

    public static void Write(JsonNode node) => Console.Out.WriteLine(node.ToJsonString(Readable));
}
