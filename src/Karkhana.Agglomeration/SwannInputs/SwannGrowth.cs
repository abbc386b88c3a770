using Karkhana.Data.Studies;

namespace Karkhana.Agglomeration;

/// <summary>Sums the workers around each firm, itself left out.</summary>
internal static class SwannGrowth
{
    public static List<SwannFirm> ByPlace(RegisterSample input)
    {
        FirmRegister firms = input.Firms;
        double[] now = Now(firms);
        double[] earlier = Earlier(firms);
        Dictionary<string, (double Now, double Earlier)> places = new(StringComparer.Ordinal);
        Dictionary<(string Place, string Industry), (double Now, double Earlier)> cells = [];
        for (int firm = 0; firm < firms.Count; firm++)
        {
            (string Place, string) cell = (firms.Places[firm], firms.Industries[firm]);
            places[cell.Place] = Add(places.GetValueOrDefault(cell.Place), now[firm], earlier[firm]);
            cells[cell] = Add(cells.GetValueOrDefault(cell), now[firm], earlier[firm]);
        }

        List<SwannFirm> rows = [];
        foreach (int firm in input.Sample)
        {
            (double Now, double Earlier) place = places[firms.Places[firm]];
            (double Now, double Earlier) own = cells[(firms.Places[firm], firms.Industries[firm])];
            rows.Add(Row(
                firms, firm, (own.Now - now[firm], own.Earlier - earlier[firm]),
                (place.Now - own.Now, place.Earlier - own.Earlier)));
        }

        return rows;
    }

    public static List<SwannFirm> ByRadius(RegisterSample input, double kilometres, CancellationToken cancellationToken)
    {
        FirmRegister firms = input.Firms;
        double[] now = Now(firms);
        double[] earlier = Earlier(firms);
        PointLayer all = new(firms.X, firms.Y, [.. Enumerable.Range(0, firms.Count)]);
        List<Neighbour> near = [];
        List<SwannFirm> rows = [];
        foreach (int firm in input.Sample)
        {
            cancellationToken.ThrowIfCancellationRequested();
            all.Around(firms.X[firm], firms.Y[firm], kilometres, firm, near);
            (double Now, double Earlier) own = (0, 0);
            (double Now, double Earlier) other = (0, 0);
            foreach (Neighbour neighbour in near)
            {
                int position = neighbour.Position;
                if (firms.Industries[position] == firms.Industries[firm])
                {
                    own = Add(own, now[position], earlier[position]);
                }
                else
                {
                    other = Add(other, now[position], earlier[position]);
                }
            }

            rows.Add(Row(firms, firm, own, other));
        }

        return rows;
    }

    private static (double Now, double Earlier) Add((double Now, double Earlier) sum, double now, double earlier) =>
        (sum.Now + now, sum.Earlier + earlier);

    private static SwannFirm Row(
        FirmRegister firms, int firm, (double Now, double Earlier) own, (double Now, double Earlier) other)
    {
        bool dated = firms.EarlierEmployment.Length > 0;
        return new SwannFirm(
            firm,
            firms.Employment[firm],
            dated ? firms.EarlierEmployment[firm] : double.NaN,
            own.Now,
            other.Now,
            dated ? own.Earlier : double.NaN,
            dated ? other.Earlier : double.NaN);
    }

    // What is unknown or closed adds nothing.
    private static double[] Now(FirmRegister firms) => [.. firms.Employment.Select(
        (workers, firm) => double.IsNaN(workers) || !firms.IsOpen(firm) ? 0 : workers)];

    private static double[] Earlier(FirmRegister firms) => firms.EarlierEmployment.Length == 0
        ? new double[firms.Count]
        : [.. firms.EarlierEmployment.Select(workers => double.IsNaN(workers) ? 0 : workers)];
}
