using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>What the reader must know of the number of clusters.</summary>
internal static class ClusterNotes
{
    private const int Few = 20;

    /// <summary>Warns of few clusters.</summary>
    public static Note[] Of(int clusters) => clusters >= Few
        ? []
        : [new Note(
            "few-clusters",
            Severity.Warning,
            FormattableString.Invariant($"Only {clusters} clusters: cluster-robust standard errors are unreliable below {Few}; read the intervals as too narrow."))];

    /// <summary>Says which tests the number of clusters led to.</summary>
    public static Note Rule(int clusters, int many, int few) => new(
        "cluster-rule",
        Severity.Information,
        clusters >= many
            ? FormattableString.Invariant($"{clusters} clusters, {many} or more: cr1 errors, t with {clusters - 1} degrees of freedom.")
            : clusters >= few
                ? FormattableString.Invariant($"{clusters} clusters, fewer than {many}: cr2 errors, degrees of freedom of Bell and McCaffrey for each coefficient.")
                : FormattableString.Invariant($"{clusters} clusters, fewer than {few}: cr2 errors, degrees of freedom of Bell and McCaffrey, and p-values of the wild cluster bootstrap; where the two disagree, neither can tell."));
}
