using Karkhana.Data.Studies;

namespace Karkhana.Diagnosis;

/// <summary>The cells into which maps gather establishments, so that no point on them is a firm.</summary>
/// <param name="West">Western limit, in degrees.</param>
/// <param name="South">Southern limit, in degrees.</param>
/// <param name="Step">Width and height of a cell, in degrees.</param>
internal sealed record MapGrid(double West, double South, double Step)
{
    /// <summary>The least number of establishments whose number is told; fewer are all drawn alike.</summary>
    public const int LeastShown = 5;

    private const int CellsAcross = 90;
    private const double LeastCell = 0.005; // about 500 m: the middle of a smaller cell could be one firm's place

    public static MapGrid Of(FirmRegister firms)
    {
        (double west, double south) = (firms.Longitudes.Min(), firms.Latitudes.Min());
        double extent = Math.Max(firms.Longitudes.Max() - west, firms.Latitudes.Max() - south);
        return new MapGrid(west, south, Math.Max(extent / CellsAcross, LeastCell));
    }

    public (int Column, int Row) CellOf(double longitude, double latitude) => ((int)((longitude - West) / Step), (int)((latitude - South) / Step));

    public (double Longitude, double Latitude) Middle((int Column, int Row) cell) =>
        (Math.Round(West + ((cell.Column + 0.5) * Step), 5), Math.Round(South + ((cell.Row + 0.5) * Step), 5));

    public static double Shown(int count) => Math.Max(count, LeastShown - 1);
}
