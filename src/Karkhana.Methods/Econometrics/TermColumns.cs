using System.Globalization;
using Karkhana.Core.Errors;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>Named columns of numbers, and which term of the model each belongs to.</summary>
/// <param name="Names">The names of the coefficients.</param>
/// <param name="Columns">One number per row; NaN where a cell is missing.</param>
/// <param name="TermOf">The position of the term in the model; −1 for the constant.</param>
internal sealed record TermColumns(IReadOnlyList<string> Names, IReadOnlyList<double[]> Columns, IReadOnlyList<int> TermOf)
{
    public const string Constant = "intercept";

    private const char Product = ':';

    public int Count => Names.Count;

    /// <summary>Gets the lengths that what is left of the columns is measured by; null for their own.</summary>
    public double[]? Lengths { get; init; }

    /// <summary>Names columns that are terms of their own.</summary>
    public static TermColumns Of(IReadOnlyList<string> names, IReadOnlyList<double[]> columns) =>
        new(names, columns, [.. Enumerable.Range(0, names.Count)]);

    /// <summary>Gives the constant.</summary>
    public static TermColumns Intercept(int rows) => new([Constant], [ModelColumns.Ones(rows)], [-1]);

    /// <summary>Writes the terms of a model out as columns.</summary>
    /// <remarks>A level of a categorical column is coded against its base level, or in full inside a product whose
    /// model lacks the term without it (Chambers and Hastie 1992, section 2.4.1).</remarks>
    public static TermColumns Of(Table data, ModelSpecification model)
    {
        TermColumns all = model.Intercept ? Intercept(data.RowCount) : new TermColumns([], [], []);
        HashSet<string> terms = [.. model.Terms.Select(term => Key(PartsOf(data, term)))];
        for (int term = 0; term < model.Terms.Count; term++)
        {
            string[] parts = PartsOf(data, model.Terms[term]);
            TermColumns columns = parts.Select(part => Factor(data, model, part, IsInFull(terms, parts, part)))
                .Aggregate(Times);
            all = all.With(columns with { TermOf = [.. Enumerable.Repeat(term, columns.Count)] });
        }

        return all;
    }

    /// <summary>Adds columns at the end.</summary>
    public TermColumns With(TermColumns next) => new(
        [.. Names, .. next.Names], [.. Columns, .. next.Columns], [.. TermOf, .. next.TermOf])
    {
        Lengths = Lengths is null || next.Lengths is null ? null : [.. Lengths, .. next.Lengths],
    };

    /// <summary>Keeps some rows.</summary>
    public TermColumns Take(int[] rows) => this with
    {
        Columns = [.. Columns.Select(column => ModelColumns.At(column, rows))],
    };

    /// <summary>Keeps some columns.</summary>
    public TermColumns Pick(int[] positions) => new(
        [.. positions.Select(at => Names[at])],
        [.. positions.Select(at => Columns[at])],
        [.. positions.Select(at => TermOf[at])])
    {
        Lengths = Lengths is null ? null : [.. positions.Select(at => Lengths[at])],
    };

    /// <summary>Tells the columns that a term names: itself, or the factors of a product.</summary>
    public static string[] PartsOf(Table data, string term) =>
        data.Has(term) || !term.Contains(Product, StringComparison.Ordinal) ? [term] : term.Split(Product);

    private static bool IsInFull(HashSet<string> terms, string[] parts, string part) =>
        parts.Length > 1 && !terms.Contains(Key([.. parts.Where(other => other != part)]));

    private static string Key(string[] parts) => string.Join(Product, parts.Distinct().Order(StringComparer.Ordinal));

    private static TermColumns Times(TermColumns left, TermColumns right)
    {
        List<string> names = [];
        List<double[]> columns = [];
        for (int second = 0; second < right.Count; second++)
        {
            for (int first = 0; first < left.Count; first++)
            {
                (double[] one, double[] other) = (left.Columns[first], right.Columns[second]);
                names.Add($"{left.Names[first]}{Product}{right.Names[second]}");
                columns.Add([.. one.Zip(other, (a, b) => a * b)]);
            }
        }

        return Of(names, columns);
    }

    private static TermColumns Factor(Table data, ModelSpecification model, string part, bool inFull)
    {
        if (model.Categorical.TryGetValue(part, out string? baseLevel))
        {
            return Levels(part, TextsOf(data, part), baseLevel, inFull);
        }

        Require.That(data[part] is not TextColumn, part,
            "must hold numbers; it holds texts, and is not listed in categorical");
        double[] numbers = [.. data.Numbers(part)];
        Require.That(!Array.Exists(numbers, double.IsInfinity), part, "must be finite");
        return Of([part], [numbers]);
    }

    private static TermColumns Levels(string term, string?[] texts, string baseLevel, bool inFull)
    {
        string[] levels = [.. texts.OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        string compared = baseLevel.Length == 0 && levels.Length > 0 ? levels[0] : baseLevel;
        Require.That(levels.Contains(compared), term, $"must hold its base level \"{baseLevel}\"");
        string[] coded = [.. levels.Where(level => inFull || level != compared)];
        return Of(
            [.. coded.Select(level => $"{term}={level}")],
            [.. coded.Select(level => Array.ConvertAll(
                texts, text => text is null ? double.NaN : text == level ? 1.0 : 0.0))]);
    }

    /// <summary>Gives the cells of a column as texts; null is missing.</summary>
    public static string?[] TextsOf(Table data, string name) => data[name] is TextColumn
        ? [.. data.Texts(name)]
        : [.. data.Numbers(name).Select(
            value => double.IsNaN(value) ? null : value.ToString("R", CultureInfo.InvariantCulture))];
}
