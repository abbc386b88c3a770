using Karkhana.Core.Tables;

namespace Karkhana.Reporting.Html;

/// <summary>Holds back what rests on fewer than five firms: rows whose column <c>n</c> is 1 to 4.</summary>
internal static class Suppression
{
    private const int LeastFirms = 5;

    public static bool Hides(Table table, int row) =>
        table.Has("n") && table["n"][row] switch
        {
            long firms => firms is > 0 and < LeastFirms,
            double firms => firms is > 0 and < LeastFirms,
            _ => false,
        };

    public static bool HidesAny(Table table, int rows) => Enumerable.Range(0, rows).Any(row => Hides(table, row));
}
