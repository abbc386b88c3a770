using System.Text.Json;
using System.Text.Json.Serialization;

namespace Karkhana.Methods.Experiments;

/// <summary>Reads a number as a list of one.</summary>
internal sealed class NumberOrList : JsonConverter<IReadOnlyList<double>>
{
    public override IReadOnlyList<double> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? [reader.GetDouble()] : JsonSerializer.Deserialize<double[]>(ref reader, options) ?? [];

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<double> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.ToArray(), options);
}
