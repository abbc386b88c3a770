using System.Globalization;
using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;
using Karkhana.Learning;

namespace Karkhana.Replication;

/// <summary>The firms of a sample as the scripts read them: numbered, without the ids of the register, and their positions told from the middle of
/// the sample.</summary>
internal sealed class SampleTables(LearningSample sample)
{
    private const string Digits = "G7";
    private const double MetresPerKilometre = 1000;

    private readonly Dictionary<string, double[]> _variables = new(StringComparer.Ordinal);

    public LearningSample Sample => sample;

    /// <summary>Gets the names of the variables.</summary>
    public NamesInR Names { get; } = new();

    /// <summary>Notes the variables of something estimated, to be written with the firms.</summary>
    public void Add(EquationValues values)
    {
        foreach ((string name, double[] observed) in values.Observed)
        {
            Names.Of(name);
            _variables[name] = observed;
        }
    }

    /// <summary>Gives one row per firm with all variables that were noted.</summary>
    public Table Firms()
    {
        IEnumerable<Column> positions = sample.Points.Count == 0 ? [] :
        [
            Column.Of("x_km", Centred([.. sample.Points.Select(point => point.X)])),
            Column.Of("y_km", Centred([.. sample.Points.Select(point => point.Y)])),
        ];
        return Table.Of("firms",
        [
            Column.Of("firm", Enumerable.Range(0, sample.Firms.Count).Select(firm => (string?)NumberOf(firm))),
            Column.Of("place", sample.Places.Select(place => (string?)place)),
            .. positions,
            .. sample.Weights.Count == 0 ? Array.Empty<Column>() : [Column.Of("weight", sample.Weights)],
            .. Names.All.Where(pair => _variables.ContainsKey(pair.Own)).Select(pair => Column.Of(pair.InR, _variables[pair.Own])),
        ]);
    }

    /// <summary>Gives the names in R beside those in the tables of the results.</summary>
    public Table Variables()
    {
        (string Own, string InR)[] pairs = [.. Names.All.Where(pair => _variables.ContainsKey(pair.Own))];
        return Table.Of("variables",
            Column.Of("variable", pairs.Select(pair => (string?)pair.InR)), Column.Of("name_in_results", pairs.Select(pair => (string?)pair.Own)));
    }

    /// <summary>Gives the draws of the true scores: one row per equation, draw and firm; null where nothing is measured with error.</summary>
    public Table? PlausibleValues(IReadOnlyList<(string Equation, IReadOnlyList<int> Firms, EquationValues Values)> equations)
    {
        string[] measured = [.. equations.Where(own => own.Values.Draws.Count > 0).SelectMany(own => own.Values.Measured).Distinct()];
        List<(string Equation, int Draw, string Firm)> rows = [];
        List<double>[] columns = [.. measured.Select(_ => new List<double>())];
        foreach ((string equation, IReadOnlyList<int> firms, EquationValues values) in equations)
        {
            for (int draw = 0; draw < values.Draws.Count; draw++)
            {
                IReadOnlyDictionary<string, double[]> drawn = values.Draws[draw];
                rows.AddRange(firms.Select(firm => (equation, draw + 1, NumberOf(firm))));
                for (int column = 0; column < measured.Length; column++)
                {
                    columns[column].AddRange(drawn.TryGetValue(measured[column], out double[]? own)
                        ? own.Select(Rounded) : Enumerable.Repeat(double.NaN, firms.Count));
                }
            }
        }

        return rows.Count == 0 ? null : Table.Of("plausible_values",
        [
            Column.Of("equation", rows.Select(row => (string?)row.Equation)),
            Column.Of("draw", rows.Select(row => row.Draw)),
            Column.Of("firm", rows.Select(row => (string?)row.Firm)),
            .. measured.Select((name, column) => Column.Of(Names.Of(name), columns[column])),
        ]);
    }

    /// <summary>Gives what a firm is called in the files.</summary>
    public static string NumberOf(int firm) => (firm + 1).ToString(CultureInfo.InvariantCulture);

    private static double[] Centred(double[] metres)
    {
        double mean = Sums.Mean(metres);
        return [.. metres.Select(value => (value - mean) / MetresPerKilometre)];
    }

    // Many draws of many scores: digits beyond those that the checks compare would double the files.
    private static double Rounded(double value) =>
        double.Parse(value.ToString(Digits, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
