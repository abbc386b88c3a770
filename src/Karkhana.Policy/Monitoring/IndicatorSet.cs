using System.Text.Json;
using System.Text.Json.Serialization;
using Karkhana.Core.Exchange;

namespace Karkhana.Policy;

/// <summary>The indicators to watch, as data.</summary>
/// <param name="Version">The version of the selection.</param>
/// <param name="Status">What the selection is.</param>
/// <param name="Indicators">The indicators.</param>
public sealed record IndicatorSet(string Version, string Status, IReadOnlyList<Indicator> Indicators)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    /// <summary>Gets the set that ships.</summary>
    /// <returns>The set.</returns>
    public static IndicatorSet Default()
    {
        using Stream stream = typeof(IndicatorSet).Assembly.GetManifestResourceStream("indicators.json")!;
        IndicatorSet set = JsonSerializer.Deserialize<IndicatorSet>(stream, Json)!;
        return set with { Indicators = [.. set.Indicators.Select(indicator => indicator with { Items = indicator.Items ?? [], Unit = indicator.Unit ?? "" })] };
    }

    /// <summary>Gives the indicators that watch a lever: those of its channels.</summary>
    /// <param name="lever">The lever.</param>
    /// <returns>The indicators.</returns>
    public IReadOnlyList<Indicator> Of(Lever lever)
    {
        ArgumentNullException.ThrowIfNull(lever);
        return [.. Indicators.Where(indicator => indicator.Channel is LearningChannel channel && lever.Channels.Contains(channel))];
    }
}
