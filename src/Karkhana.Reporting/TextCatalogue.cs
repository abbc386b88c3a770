using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Karkhana.Core.Documents;

namespace Karkhana.Reporting;

/// <summary>The sentences of one language by key, with places for values.</summary>
/// <remarks>
/// A place is <c>{name}</c>, <c>{name:n0}</c> to <c>{name:n6}</c> (decimals, thousands separated), <c>{name:s2}</c>
/// (significant digits)
/// or <c>{name:p0}</c> (per cent of a share). Texts come out plain: whoever shows them escapes them.
/// </remarks>
public sealed partial class TextCatalogue
{
    private readonly SortedDictionary<string, string> _texts = new(StringComparer.Ordinal);

    private TextCatalogue(string language) => Language = language;

    /// <summary>Gets the language as an IETF tag: <c>en</c>.</summary>
    public string Language { get; }

    /// <summary>Gets the languages that ship with this library.</summary>
    public static IReadOnlyList<string> Languages { get; } =
    [
        .. typeof(TextCatalogue).Assembly.GetManifestResourceNames().Select(name => name.Split('/'))
            .Where(parts => parts is ["Texts", _, _]).Select(parts => parts[1]).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads the texts of a language that ship with this library.</summary>
    /// <param name="language">The language tag.</param>
    /// <returns>The catalogue.</returns>
    /// <exception cref="ArgumentException">There are no texts in that language, a key comes twice, or a place is not
    /// well formed.</exception>
    public static TextCatalogue Load(string language = "en")
    {
        ArgumentException.ThrowIfNullOrEmpty(language);
        Assembly assembly = typeof(TextCatalogue).Assembly;
        string folder = $"Texts/{language}/";
        TextCatalogue catalogue = new(language);
        foreach (string name in assembly.GetManifestResourceNames().Where(
            name => name.StartsWith(folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal))
        {
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            using JsonDocument document = JsonDocument.Parse(stream);
            foreach (JsonProperty text in document.RootElement.EnumerateObject())
            {
                catalogue.Add(text.Name, text.Value.GetString()!);
            }
        }

        return catalogue._texts.Count > 0
            ? catalogue
            : throw new ArgumentException($"There are no texts in the language {language}.", nameof(language));
    }

    /// <summary>Gives the catalogue with more texts, such as the labels of a codebook.</summary>
    /// <param name="texts">The texts by key.</param>
    /// <returns>A new catalogue.</returns>
    /// <exception cref="ArgumentException">A key is there already, or a place is not well formed.</exception>
    public TextCatalogue With(IEnumerable<KeyValuePair<string, string>> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        TextCatalogue catalogue = new(Language);
        foreach ((string key, string text) in _texts.Concat(texts))
        {
            catalogue.Add(key, text);
        }

        return catalogue;
    }

    /// <summary>Says whether there is a text of that key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>True when there is.</returns>
    public bool Has(string key) => _texts.ContainsKey(key);

    /// <summary>Gives a text as it is written, places unfilled.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentException">There is no such key.</exception>
    public string Text(string key) => _texts.TryGetValue(key, out string? text)
        ? text
        : throw new ArgumentException($"There is no text {key} in the language {Language}.", nameof(key));

    /// <summary>Gives a sentence with its places filled.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <returns>Plain text, not HTML.</returns>
    /// <exception cref="ArgumentException">The key or the value of a place is missing.</exception>
    public string Say(Sentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return Place().Replace(Text(sentence.Key), place =>
        {
            string name = place.Groups["name"].Value;
            return sentence.Arguments.TryGetValue(name, out object? value)
                ? Fill(value, place, sentence.Key)
                : throw new ArgumentException(
                    $"The text {sentence.Key} has a place {name} that the sentence does not fill.", nameof(sentence));
        });
    }

    private string Fill(object? value, Match place, string key)
    {
        if (place.Groups["form"].Length == 0)
        {
            return value switch
            {
                null => Text("report.missing"),
                string text => text,
                bool flag => Text(flag ? "report.yes" : "report.no"),
                double number => NumberText.Significant(number, 4, Text("report.missing")),
                IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
                _ => value.ToString() ?? "",
            };
        }

        int digits = place.Groups["digits"].ValueSpan[0] - '0';
        double filled = Number(value, place.Groups["name"].Value, key);
        return place.Groups["form"].Value switch
        {
            "n" => NumberText.Decimals(filled, digits, Text("report.missing")),
            "s" => NumberText.Significant(filled, digits, Text("report.missing")),
            _ => NumberText.PerCent(filled, digits, Text("report.missing")),
        };
    }

    private static double Number(object? value, string name, string key) => value switch
    {
        null => double.NaN,
        double number => number,
        float or int or long or short or byte or uint or decimal => Convert.ToDouble(
            value, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException(
            $"The place {name} of the text {key} wants a number; it was {value}.", nameof(value)),
    };

    private void Add(string key, string text)
    {
        if (!_texts.TryAdd(key, text))
        {
            throw new ArgumentException($"The text {key} comes twice in the language {Language}.", nameof(key));
        }

        if (Place().Replace(text, "").AsSpan().IndexOfAny('{', '}') >= 0)
        {
            throw new ArgumentException($"The text {key} has a place that is not well formed: {text}", nameof(text));
        }
    }

    [GeneratedRegex(@"\{(?<name>[a-z][a-zA-Z0-9_]*)(:((?<form>n)(?<digits>[0-6])|(?<form>s)(?<digits>[1-9])|(?<form>p)(?<digits>[0-3])))?\}")]
    private static partial Regex Place();
}
