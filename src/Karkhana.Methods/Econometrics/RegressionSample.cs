using System.Globalization;
using Karkhana.Core.Errors;
using Karkhana.Core.Measures;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>The observations that a regression may use.</summary>
/// <param name="Data">One row per observation; number columns, and text columns for categorical terms. Missing cells
/// are allowed.</param>
public sealed record RegressionSample(Table Data)
{
    internal const string Roles = "variables (list of columns)";

    /// <summary>Gets the analytic weights, positive; null weighs all rows alike.</summary>
    public IReadOnlyList<double>? Weights { get; init; }

    /// <summary>Gets the cluster codes by grouping, then by row.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Clusters { get; init; } = [];

    /// <summary>Gets the sets of fixed effects that are taken out: the group of each row in each set.</summary>
    public IReadOnlyList<Grouping> Absorb { get; init; } = [];

    /// <summary>Reads the input <c>sample</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The sample.</returns>
    public static RegressionSample Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable sample = request.Table("sample");
        IReadOnlyList<string> clusters = sample.Has("clusters") ? sample.ColumnsOf("clusters") : [];
        return new RegressionSample(
            Table.Of("sample", [.. sample.ColumnsOf("variables").Distinct().Select(name => ColumnOf(sample, name))]))
        {
            Weights = sample.OptionalNumbers("weights"),
            Clusters = [.. clusters.Select(name => CodesOf(sample, name))],
            Absorb = sample.Has("absorb") ? [.. sample.ColumnsOf("absorb").Select(name => Grouping.Read(sample, name))] : [],
        };
    }

    /// <summary>Absorbs columns of the data, too.</summary>
    internal RegressionSample Absorbing(IReadOnlyList<string> columns) => columns.Count == 0 ? this : this with
    {
        Absorb = [.. Absorb, .. columns.Select(name => Grouping.Of(TermColumns.TextsOf(Data, name), name))],
    };

    /// <summary>Keeps some rows and the columns that are named.</summary>
    internal RegressionSample Keep(IReadOnlyList<int> rows, IEnumerable<string> columns) => new(
        Table.Of("sample", [.. columns.Distinct().Select(name => Keep(Data[name], rows))]))
    {
        Weights = Weights is null ? null : [.. rows.Select(row => Weights[row])],
        Clusters = [.. Clusters.Select(codes => rows.Select(row => codes[row]).ToArray())],
    };

    private static Column Keep(Column column, IReadOnlyList<int> rows) => column is TextColumn
        ? Column.Of(column.Name, rows.Select(row => (string?)column[row]))
        : Column.Of(column.Name, rows.Select(row => Convert.ToDouble(column[row] ?? double.NaN, CultureInfo.InvariantCulture)));

    /// <summary>Gives a column of numbers when every cell is one or is missing, else of texts.</summary>
    internal static Column ColumnOf(BoundTable sample, string name)
    {
        string?[] cells = sample.CellsOf(name);
        bool numeric = cells.All(cell => cell is null or "" or "NA" or "NaN"
            || double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
        return numeric ? Column.Of(name, sample.NumbersOf(name)) : Column.Of(name, cells);
    }

    private static string[] CodesOf(BoundTable sample, string name)
    {
        string?[] cells = sample.CellsOf(name);
        int missing = Array.FindIndex(cells, string.IsNullOrEmpty);
        Require.That(missing < 0, "clusters", $"must not be missing; row {missing + 1} of column {name} was empty");
        return cells!;
    }
}
