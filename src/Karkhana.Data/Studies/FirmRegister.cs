using Karkhana.Data.Geography;

namespace Karkhana.Data.Studies;

/// <summary>The register: one entry per establishment, columns side by side.</summary>
public sealed record FirmRegister
{
    /// <summary>Gets the ids, each once.</summary>
    public required IReadOnlyList<string> Ids { get; init; }

    /// <summary>Gets the longitudes in degrees, WGS 84.</summary>
    public required double[] Longitudes { get; init; }

    /// <summary>Gets the latitudes in degrees, WGS 84.</summary>
    public required double[] Latitudes { get; init; }

    /// <summary>Gets the eastings in metres on the study's projection.</summary>
    public required double[] X { get; init; }

    /// <summary>Gets the northings in metres on the study's projection.</summary>
    public required double[] Y { get; init; }

    /// <summary>Gets the name of the projection that distances are computed on.</summary>
    public required string Projection { get; init; }

    /// <summary>Gets the plane, for places that are not establishments.</summary>
    /// <value>Null for a register that was not read from a study.</value>
    public StudyPlane? Plane { get; init; }

    /// <summary>Gets the industry codes as text; empty when the study names no such column.</summary>
    public string[] Industries { get; init; } = [];

    /// <summary>Gets the workers per establishment, NaN when missing; empty when the study names no such
    /// column.</summary>
    public double[] Employment { get; init; } = [];

    /// <summary>Gets the places (towns, blocks); empty when the study names no such column.</summary>
    public string[] Places { get; init; } = [];

    /// <summary>Gets the observed status, null when missing; empty when the study names no such column.</summary>
    public bool?[] Clustered { get; init; } = [];

    /// <summary>Gets the year that the register describes, or null when the study does not say.</summary>
    public int? Year { get; init; }

    /// <summary>Gets the years of founding, NaN when missing; empty when the study names no such column.</summary>
    public double[] Founded { get; init; } = [];

    /// <summary>Gets the years of closing, NaN for establishments that are open; empty when the study names no such
    /// column.</summary>
    public double[] Closed { get; init; } = [];

    /// <summary>Gets the workers at the earlier date, NaN when missing; empty when the study names no such
    /// column.</summary>
    public double[] EarlierEmployment { get; init; } = [];

    /// <summary>Gets the year of the earlier workers, or null when there are none.</summary>
    public int? EarlierYear { get; init; }

    /// <summary>Gets the workers in the first year, NaN when missing; empty when the study names no such column.</summary>
    public double[] StartEmployment { get; init; } = [];

    /// <summary>Gets the kind of place of each establishment, null when missing; empty when the study names no such
    /// column.</summary>
    public PlaceSetting?[] Settings { get; init; } = [];

    /// <summary>Gets whether each row is synthetic; empty when none is.</summary>
    public bool[] Synthetic { get; init; } = [];

    /// <summary>Gets the number of establishments.</summary>
    public int Count => Ids.Count;

    /// <summary>Gets the year that present means: <see cref="Year"/>, else the latest year of founding or
    /// closing.</summary>
    /// <value>Null when the register has no years.</value>
    public int? PresentYear
    {
        get
        {
            double latest = double.NegativeInfinity;
            foreach (double year in (double[])[.. Founded, .. Closed])
            {
                latest = year > latest ? year : latest;
            }

            return Year ?? (double.IsFinite(latest) ? (int)latest : null);
        }
    }

    /// <summary>Says whether an establishment stands at the end of a year.</summary>
    /// <param name="firm">Its position.</param>
    /// <param name="year">The year.</param>
    /// <returns>False when it was founded later, or closed in that year or before; unknown years count as long ago and
    /// as never.</returns>
    public bool Stands(int firm, int year) =>
        !(Founded.Length > 0 && Founded[firm] > year) && !(Closed.Length > 0 && Closed[firm] <= year);

    /// <summary>Says whether an establishment has not closed.</summary>
    /// <param name="firm">Its position.</param>
    /// <returns>True unless the register gives a year of closing.</returns>
    public bool IsOpen(int firm) => Closed.Length == 0 || double.IsNaN(Closed[firm]);

    /// <summary>Gives the register of the establishments that have not closed.</summary>
    /// <returns>This register when none has.</returns>
    public FirmRegister Open()
    {
        int[] open = [.. Enumerable.Range(0, Count).Where(IsOpen)];
        return open.Length == Count
            ? this
            : this with
            {
                Ids = Pick(Ids, open),
                Longitudes = Pick(Longitudes, open),
                Latitudes = Pick(Latitudes, open),
                X = Pick(X, open),
                Y = Pick(Y, open),
                Industries = Pick(Industries, open),
                Employment = Pick(Employment, open),
                Places = Pick(Places, open),
                Clustered = Pick(Clustered, open),
                Synthetic = Pick(Synthetic, open),
                Founded = Pick(Founded, open),
                Closed = Pick(Closed, open),
                EarlierEmployment = Pick(EarlierEmployment, open),
                StartEmployment = Pick(StartEmployment, open),
                Settings = Pick(Settings, open),
            };
    }

    private static T[] Pick<T>(IReadOnlyList<T> column, int[] rows) =>
        column.Count == 0 ? [] : [.. rows.Select(row => column[row])];
}
