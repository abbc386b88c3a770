using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Agglomeration;

/// <summary>The map of hot spots of an industry.</summary>
public sealed record HotSpotsResult : ITidyResult
{
    /// <summary>Gets the cells that hold establishments, by column, then row.</summary>
    public required IReadOnlyList<HotSpotCell> Cells { get; init; }

    /// <summary>Gets the side of a cell in metres.</summary>
    public required double CellMetres { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <summary>Gives the cells. Numbers of cells with one to four firms of the industry are missing, and so are totals of
    /// one to four establishments; their classes are shown.</summary>
    /// <remarks>Statistics and p-values are left out: each holds the sum over the neighbours of a cell, from which a count
    /// that is held back could be computed. <see cref="Cells"/> has them.</remarks>
    /// <returns>The table <c>hot_spots</c>.</returns>
    public Table ToTable() => SmallCells.Suppress(Table.Of(
        "hot_spots",
        Column.Of("column", Cells.Select(cell => cell.Column), "Column", "", "From west to east; times the cell size gives the western edge."),
        Column.Of("row", Cells.Select(cell => cell.Row), "Row", "", "From south to north; times the cell size gives the southern edge."),
        Column.Of("x", Cells.Select(cell => cell.Centre.X), "Centre, easting", "m", "Of the cell."),
        Column.Of("y", Cells.Select(cell => cell.Centre.Y), "Centre, northing", "m", "Of the cell."),
        Column.Of("longitude", Cells.Select(cell => cell.Centre.Longitude), "Centre, longitude", "°", "Of the cell."),
        Column.Of("latitude", Cells.Select(cell => cell.Centre.Latitude), "Centre, latitude", "°", "Of the cell."),
        Column.Of("n", Cells.Select(cell => cell.Firms), "Firms", "", "Firms of the industry."),
        Column.Of(
            "establishments", Cells.Select(cell => cell.Establishments < SmallCells.LeastFirms ? double.NaN : cell.Establishments),
            "Establishments", "", "Of all industries."),
        Column.Of("class", Cells.Select(cell => (string?)Word(cell.Class)), "Class", "cold_99 to hot_99, not_significant or not_tested."),
        Column.Of(
            "local_moran_class", Cells.Select(cell => (string?)Words.Of(cell.LocalMoranClass)),
            "Class of local Moran", "The cell first, then its neighbours.")));

    /// <summary>Gives the word of a class.</summary>
    /// <param name="value">The class.</param>
    /// <returns>The word: <c>hot_95</c>.</returns>
    public static string Word(HotSpotClass value) => value switch
    {
        HotSpotClass.Cold99 => "cold_99",
        HotSpotClass.Cold95 => "cold_95",
        HotSpotClass.Cold90 => "cold_90",
        HotSpotClass.Hot90 => "hot_90",
        HotSpotClass.Hot95 => "hot_95",
        HotSpotClass.Hot99 => "hot_99",
        _ => Words.Of(value),
    };
}
