using Karkhana.Core.Errors;
using Karkhana.Data.Studies;

namespace Karkhana.Agglomeration;

/// <summary>Counts the firms founded by place, industry and period, with the employment that stood there
/// before.</summary>
internal static class SwannEntries
{
    private const long MostRows = 5_000_000;

    public static List<SwannEntry> Of(
        RegisterSample input, SwannInputsOptions options, CancellationToken cancellationToken)
    {
        FirmRegister firms = input.Firms;
        if (firms.PresentYear is not { } present)
        {
            return [];
        }

        string[] places = [.. firms.Places.Distinct().Order(StringComparer.Ordinal)];
        string[] industries = [.. (options.EntryIndustries ?? input.Sample.Select(firm => firms.Industries[firm]))
            .Distinct().Order(StringComparer.Ordinal)];
        long rows = (long)places.Length * industries.Length * options.Periods;
        Require.That(
            rows <= MostRows, nameof(options.EntryIndustries),
            FormattableString.Invariant($"must leave at most {MostRows} rows of places, industries and periods; there would be {rows}"));
        List<SwannEntry> entries = [];
        for (int period = options.Periods; period >= 1; period--)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int after = present - (period * options.PeriodYears);
            AddPeriod(entries, firms, places, industries, (after, after + options.PeriodYears));
        }

        return entries;
    }

    private static void AddPeriod(
        List<SwannEntry> entries, FirmRegister firms, string[] places, string[] industries, (int After, int Until) period)
    {
        Dictionary<string, double> all = new(StringComparer.Ordinal);
        Dictionary<(string, string), double> stood = [];
        Dictionary<(string, string), int> founded = [];
        for (int firm = 0; firm < firms.Count; firm++)
        {
            (string Place, string) cell = (firms.Places[firm], firms.Industries[firm]);
            double workers = double.IsNaN(firms.Employment[firm]) ? 0 : firms.Employment[firm];
            if (firms.Stands(firm, period.After))
            {
                all[cell.Place] = all.GetValueOrDefault(cell.Place) + workers;
                stood[cell] = stood.GetValueOrDefault(cell) + workers;
            }
            else if (firms.Founded[firm] > period.After && firms.Founded[firm] <= period.Until)
            {
                founded[cell] = founded.GetValueOrDefault(cell) + 1;
            }
        }

        foreach (string place in places)
        {
            foreach (string industry in industries)
            {
                double own = stood.GetValueOrDefault((place, industry));
                entries.Add(new SwannEntry(
                    place, industry, period.After, period.Until, founded.GetValueOrDefault((place, industry)), own,
                    all.GetValueOrDefault(place) - own));
            }
        }
    }
}
