using Karkhana.Core.Errors;
using Karkhana.Data.Studies;

namespace Karkhana.Agglomeration;

/// <summary>The growth model of Swann by firm and year: the employment that stood around each firm when the period began.</summary>
public static class SwannPanel
{
    /// <summary>Sums the workers around each firm, year by year.</summary>
    /// <remarks>
    /// For each firm of the sample and year of the panel but the first: ln L_it on the workers of its industry and of the others in its place in the
    /// year of the panel before, the firm itself left out. What was there before cannot be what the firm's own growth brought about. Firms whose workers of a
    /// year are not known add nothing and have no row. Firms that closed belong to the panel while they stood: a panel of survivors overstates
    /// growth. Cost: linear in the panel. Source: Swann, Prevezer and Stout 1998, The Dynamics of Industrial Clustering, Oxford University Press;
    /// framework 3.5, M8.
    /// </remarks>
    /// <param name="firms">The register, with industries and places.</param>
    /// <param name="panel">The workers by year.</param>
    /// <param name="sample">Positions of the firms that get rows.</param>
    /// <returns>One row per firm and year with known workers above 0, in the order of the panel.</returns>
    /// <exception cref="ArgumentException">The register has no industries or places.</exception>
    public static IReadOnlyList<SwannPanelRow> Estimate(FirmRegister firms, EmploymentPanel panel, IReadOnlyCollection<int> sample)
    {
        ArgumentNullException.ThrowIfNull(firms);
        ArgumentNullException.ThrowIfNull(panel);
        ArgumentNullException.ThrowIfNull(sample);
        Require.That(firms.Industries.Length > 0 && firms.Places.Length > 0, nameof(firms), "must name industries and places; the register lacks one of them");
        Dictionary<(int Year, string Place), double> places = [];
        Dictionary<(int Year, string Place, string Industry), double> cells = [];
        Dictionary<(int Firm, int Year), double> own = [];
        foreach (PanelRow row in panel.Rows.Where(row => !double.IsNaN(row.Workers)))
        {
            (string place, string industry) = (firms.Places[row.Firm], firms.Industries[row.Firm]);
            places[(row.Year, place)] = places.GetValueOrDefault((row.Year, place)) + row.Workers;
            cells[(row.Year, place, industry)] = cells.GetValueOrDefault((row.Year, place, industry)) + row.Workers;
            own[(row.Firm, row.Year)] = row.Workers;
        }

        HashSet<int> wanted = [.. sample];
        int[] years = [.. panel.Years];
        List<SwannPanelRow> rows = [];
        foreach (PanelRow row in panel.Rows.Where(row => row.Workers > 0 && wanted.Contains(row.Firm)))
        {
            int place = Array.BinarySearch(years, row.Year);
            if (place == 0)
            {
                continue;
            }

            (int before, string at, string industry) = (years[place - 1], firms.Places[row.Firm], firms.Industries[row.Firm]);
            double same = cells.GetValueOrDefault((before, at, industry));
            rows.Add(new SwannPanelRow(
                row.Firm, row.Year, row.Workers, same - own.GetValueOrDefault((row.Firm, before)), places.GetValueOrDefault((before, at)) - same));
        }

        return rows;
    }
}
