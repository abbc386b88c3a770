using Karkhana.Core.Exchange;
using Karkhana.Methods.Networks;

namespace Karkhana.CollectiveEfficiency;

/// <summary>The ties of a roster, and which respondents name which firm.</summary>
internal sealed class RosterTies
{
    private readonly TieReports _reports;
    private readonly HashSet<(int From, int To)> _ties = [];
    private readonly Dictionary<int, HashSet<int>> _naming = [];

    private RosterTies(TieReports reports) => _reports = reports;

    /// <summary>Gets the number of reported ties.</summary>
    public int All => _ties.Count;

    /// <summary>Gets how many of them have an end off the roster.</summary>
    public int Outside { get; private set; }

    public static RosterTies Of(TieReports reports, HashSet<int> listed, HashSet<int> answered)
    {
        RosterTies ties = new(reports);
        foreach (TieReport report in reports.Reports.Where(report => report.Value > 0))
        {
            ties._ties.Add((report.From, report.To));
            // Without a known reporter either end may have named the other.
            int[] reporters = report.Reporter is null
                ? [report.From, report.To]
                : [.. Layers.Reporters(reports, report)];
            foreach (int reporter in reporters.Where(answered.Contains))
            {
                ties.Name(reporter, reporter == report.From ? report.To : report.From);
            }
        }

        ties.Outside = ties._ties.Count(tie => !listed.Contains(tie.From) || !listed.Contains(tie.To));
        return ties;
    }

    /// <summary>Counts the respondents that report a tie with a firm.</summary>
    public int NamedBy(int firm) => _naming.TryGetValue(firm, out HashSet<int>? reporters) ? reporters.Count : 0;

    /// <summary>Gives the ties among some firms; what either end reports.</summary>
    public Graph Among(int[] firms)
    {
        Dictionary<int, int> places = firms.Select((firm, place) => (firm, place)).ToDictionary(pair => pair.firm, pair => pair.place);
        return Graph.Of(
            [.. firms.Select(firm => _reports.FirmIds[firm])],
            _ties.Where(tie => places.ContainsKey(tie.From) && places.ContainsKey(tie.To))
                .Select(tie => (places[tie.From], places[tie.To], 1.0)));
    }

    private void Name(int reporter, int named)
    {
        if (!_naming.TryGetValue(named, out HashSet<int>? reporters))
        {
            _naming.Add(named, reporters = []);
        }

        reporters.Add(reporter);
    }
}
