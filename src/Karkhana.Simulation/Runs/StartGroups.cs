using Karkhana.Core.Policies;
using Karkhana.Core.Tables;

namespace Karkhana.Simulation;

/// <summary>The groups by which outcomes are told; a firm's group is that of the end of the burn-in, so that policies move no firm between groups.</summary>
internal sealed class StartGroups
{
    private const int MostPlaces = 50;

    private static readonly (string Name, double Most)[] Sizes =
        [("1-9", 9.5), ("10-49", 49.5), ("50-249", 249.5), ("250+", double.PositiveInfinity)];

    private readonly List<(string Dimension, string Group, Func<ClusterRun, int, bool> Belongs)> _groups = [];

    public StartGroups(ClusterStart start)
    {
        Add("location", "clustered", (run, slot) => run.Firms.Clustered[slot]);
        Add("location", "dispersed", (run, slot) => !run.Firms.Clustered[slot]);
        double least = 0;
        foreach ((string name, double most) in Sizes)
        {
            (double low, double high) = (least, most);
            Add("size", name, (run, slot) => run.Firms.Workers[slot] >= low && run.Firms.Workers[slot] < high);
            least = most;
        }

        FirmStage[] stages = [.. start.Population.Firms.Select(firm => firm.Stage).Distinct().Order()];
        foreach (FirmStage stage in stages.Length > 1 ? stages : [])
        {
            Add("stage", Words.Of(stage), (run, slot) => run.Firms.Stage[slot] == stage);
        }

        foreach (Core.Exchange.LearningRegime regime in Enum.GetValues<Core.Exchange.LearningRegime>())
        {
            Add("regime", Words.Of(regime), (run, slot) => run.Firms.Regime[slot] == regime);
        }

        string[] roles = [.. start.Order.Select(row => start.Population.Firms[row].Role)];
        foreach (string role in roles.Where(role => role.Length > 0).Distinct().Order(StringComparer.Ordinal))
        {
            Add("role", role, (_, slot) => slot < roles.Length && roles[slot] == role);
        }

        int places = start.Centres.Count <= MostPlaces ? start.Centres.Count : 0;
        for (int place = 0; place < places; place++)
        {
            int position = place;
            string name = place < start.Population.Places.Count ? start.Population.Places[place] : $"place {place + 1}";
            Add("place", name, (run, slot) => run.Firms.Place[slot] == position);
        }
    }

    /// <summary>Gets the number of groups.</summary>
    public int Count => _groups.Count;

    /// <summary>Gives the name of an outcome of a group.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="group">The group.</param>
    /// <returns>The name.</returns>
    public string Name(string outcome, int group) => OutcomeNames.Of(outcome, _groups[group].Dimension, _groups[group].Group);

    /// <summary>Finds the members at the end of the burn-in.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The slots of each group.</returns>
    public int[][] Members(ClusterRun run) =>
    [
        .. _groups.Select(group => Enumerable.Range(0, run.Firms.Count)
            .Where(slot => run.Firms.Alive[slot] && group.Belongs(run, slot)).ToArray()),
    ];

    private void Add(string dimension, string group, Func<ClusterRun, int, bool> belongs) =>
        _groups.Add((dimension, group, belongs));
}
