using Karkhana.Methods.Networks;

namespace Karkhana.CollectiveEfficiency;

/// <summary>The degrees and openness of a network, ready to be given roles by any setting.</summary>
internal sealed class RoleAssignment(DegreeCentralityResult degrees, IReadOnlyList<double> openness)
{
    private readonly double[] _balances = [.. degrees.Outdegree.Zip(degrees.Indegree, (given, received) => given / received)];

    public DegreeCentralityResult Degrees => degrees;

    /// <summary>Gives the roles by a setting.</summary>
    public KnowledgeRole[] Of(KnowledgeRolesOptions options) =>
        Of(Central(options.Centrality), Open(options.Openness, options.UnknownOpenness), options.Balance, options.IsolateDegree);

    /// <summary>Says who is central.</summary>
    public bool[] Central(CutOff line) => line.HighAmong(degrees.Total);

    /// <summary>Says who is open.</summary>
    public bool[] Open(CutOff line, UnknownOpenness unknown)
    {
        bool[] high = line.HighAmong(openness);
        return [.. high.Select((open, firm) => open || (unknown == UnknownOpenness.Open && double.IsNaN(openness[firm])))];
    }

    /// <summary>Gives the roles once it is known who is central and who is open.</summary>
    public KnowledgeRole[] Of(bool[] central, bool[] open, double balance, double isolateDegree)
    {
        KnowledgeRole[] roles = new KnowledgeRole[central.Length];
        for (int firm = 0; firm < roles.Length; firm++)
        {
            roles[firm] = RoleOf(
                degrees.Total[firm] <= isolateDegree, central[firm], open[firm], _balances[firm] < 1 / balance);
        }

        return roles;
    }

    private static KnowledgeRole RoleOf(bool nearZero, bool central, bool open, bool absorbs) => (central, open, absorbs) switch
    {
        (_, false, _) when nearZero => KnowledgeRole.Isolate,
        (false, true, _) or (true, true, true) => KnowledgeRole.ExternalStar,
        (true, true, false) => KnowledgeRole.TechnologicalGatekeeper,
        (true, false, false) => KnowledgeRole.ActiveMutualExchanger,
        (_, _, true) => KnowledgeRole.Absorber,
        _ => KnowledgeRole.WeakMutualExchanger,
    };
}
