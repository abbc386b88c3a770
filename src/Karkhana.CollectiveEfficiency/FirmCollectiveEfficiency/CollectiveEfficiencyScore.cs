namespace Karkhana.CollectiveEfficiency;

/// <summary>One score over all firms.</summary>
/// <param name="Name">The score: <c>external_economies</c>, <c>joint_action</c>, <c>joint_action_backward</c>.</param>
/// <param name="Parts">The exposures or items that entered.</param>
/// <param name="Values">The score of each firm; NaN where too little is known.</param>
/// <param name="StandardErrors">The standard error of measurement of each; NaN where it cannot be known.</param>
/// <param name="Known">How many of the parts are known of each firm.</param>
/// <param name="Alpha">Cronbach's alpha of the items; NaN for exposures, and with fewer than two items.</param>
public sealed record CollectiveEfficiencyScore(
    string Name,
    IReadOnlyList<string> Parts,
    IReadOnlyList<double> Values,
    IReadOnlyList<double> StandardErrors,
    IReadOnlyList<int> Known,
    double Alpha);
