using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Data.Studies;
using Karkhana.Methods.Spatial;

namespace Karkhana.Agglomeration;

/// <summary>Where on a grid the firms of an industry gather, and where they are missing.</summary>
public static class HotSpots
{
    private const int LeastCells = 3;
    private const string Source =
        "Ord & Getis 1995, doi:10.1111/j.1538-4632.1995.tb00912.x; Anselin 1995, doi:10.1111/j.1538-4632.1995.tb00338.x; Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x";

    /// <summary>Maps the firms of a sample on square cells.</summary>
    /// <remarks>
    /// Cells without any establishment are left out of the test: the industry could not have been there, as far as the
    /// register knows. Value of a cell: firms of the sample, or their excess over what its establishments let expect.
    /// Neighbours: cells that share an edge or a corner. Gi* (binary weights, the cell included) and local Moran
    /// (row-standardised), each with two-sided p-values by conditional permutation, corrected over the cells by Benjamini
    /// and Hochberg; the seven classes take q at 0.10, 0.05 and 0.01 and the sign of Gi*. Fewer than three cells, or values
    /// that do not vary, are not tested. Cost: permutations times 9 per cell. Source: framework 1.4.6; Ord and Getis 1995,
    /// doi:10.1111/j.1538-4632.1995.tb00912.x; Anselin 1995, doi:10.1111/j.1538-4632.1995.tb00338.x.
    /// </remarks>
    /// <param name="firms">The register: all establishments.</param>
    /// <param name="sample">Positions of the firms of one industry or product group, each once; may be empty.</param>
    /// <param name="options">Cell size, value, permutations.</param>
    /// <param name="execution">Workers and progress.</param>
    /// <param name="cancellationToken">Looked at between permutations.</param>
    /// <returns>One row per cell that holds establishments.</returns>
    public static HotSpotsResult Estimate(
        FirmRegister firms,
        IReadOnlyList<int> sample,
        HotSpotsOptions? options = null,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(firms);
        Require.That(firms.Count > 0, nameof(firms), "must have at least one establishment; it was empty");
        options ??= new HotSpotsOptions();
        bool[] isIndustry = ClusterDelineation.Members(firms, sample);
        StudyGrid grid = StudyGrid.Of(firms, options.CellKilometres);
        int[] counts = [.. grid.Members.Select(members => members.Count(firm => isIndustry[firm]))];
        double share = (double)sample.Count / firms.Count;
        double[] values = [.. counts.Select((count, cell) => options.Value == HotSpotValue.Count || sample.Count == 0
            ? count
            : (count - (grid.Members[cell].Count * share)) / Math.Sqrt(grid.Members[cell].Count * share))];
        SpatialValues units = new(values, grid.Queen());
        LocalPermutationResult? hot = Test(units, LocalStatistic.GStar, options, execution, cancellationToken);
        LocalPermutationResult? moran = Test(units, LocalStatistic.Moran, options, execution, cancellationToken);
        return new HotSpotsResult
        {
            Cells = [.. counts.Select((count, cell) => Cell(firms, grid, cell, count, hot, moran))],
            CellMetres = grid.Side,
            Notes = [.. Notes(grid, hot)],
            Provenance = new Provenance(
                "agglomeration.hot-spots",
                FormattableString.Invariant($"cell_metres = {grid.Side}, value = {options.Value}, replicates = {options.Replicates}, alpha = {options.Alpha}"),
                Source,
                options.Seed),
        };
    }

    private static LocalPermutationResult? Test(
        SpatialValues units, LocalStatistic statistic, HotSpotsOptions options, ExecutionOptions? execution, CancellationToken cancellationToken) =>
        units.Count < LeastCells ? null : LocalPermutation.Estimate(
            units,
            new LocalPermutationOptions
            {
                Statistic = statistic,
                Style = statistic == LocalStatistic.GStar ? WeightsStyle.Binary : WeightsStyle.RowStandardised,
                Alternative = LocalAlternative.TwoSided,
                Replicates = options.Replicates,
                Alpha = options.Alpha,
                Seed = options.Seed,
            },
            execution,
            cancellationToken);

    private static HotSpotCell Cell(
        FirmRegister firms, StudyGrid grid, int cell, int count, LocalPermutationResult? hot, LocalPermutationResult? moran)
    {
        (int column, int row) = grid.Places[cell];
        MapPoint At(double east, double north) =>
            MapPoint.Near(firms, grid.Members[cell][0], (column + east) * grid.Side, (row + north) * grid.Side);
        double z = Or(hot?.Estimates, cell);
        double q = Or(hot?.QValues, cell);
        return new HotSpotCell(
            column, row,
            At(0.5, 0.5), [At(0, 0), At(1, 0), At(1, 1), At(0, 1)],
            count, grid.Members[cell].Count,
            z, Or(hot?.PValues, cell), q, Class(z, q),
            Or(moran?.Estimates, cell), Or(moran?.QValues, cell), moran?.Classes[cell] ?? LocalClass.Undefined);
    }

    private static double Or(IReadOnlyList<double>? values, int cell) => values?[cell] ?? double.NaN;

    private static HotSpotClass Class(double z, double q) => q switch
    {
        double.NaN => HotSpotClass.NotTested,
        <= 0.01 => z > 0 ? HotSpotClass.Hot99 : HotSpotClass.Cold99,
        <= 0.05 => z > 0 ? HotSpotClass.Hot95 : HotSpotClass.Cold95,
        <= 0.1 => z > 0 ? HotSpotClass.Hot90 : HotSpotClass.Cold90,
        _ => HotSpotClass.NotSignificant,
    };

    private static IEnumerable<Note> Notes(StudyGrid grid, LocalPermutationResult? hot)
    {
        long width = grid.Places.Max(place => (long)place.Column) - grid.Places.Min(place => place.Column) + 1;
        long height = grid.Places.Max(place => (long)place.Row) - grid.Places.Min(place => place.Row) + 1;
        yield return new Note(
            "empty-cells", Severity.Information,
            FormattableString.Invariant($"The grid has {width} by {height} cells of {grid.Side / 1000:0.###} km; {grid.Places.Count} hold establishments and are tested, the others are left out."));
        if (hot is null)
        {
            yield return new Note("too-few-cells", Severity.Warning, FormattableString.Invariant($"{grid.Places.Count} cells hold establishments: too few for a test. Take smaller cells."));
        }

        foreach (Note note in hot?.Notes ?? [])
        {
            yield return note;
        }
    }
}
