using Karkhana.Methods.Psychometrics;

namespace Karkhana.Capability;

/// <summary>How the levels of the same firms on a function of one ladder and of another go together.</summary>
/// <param name="Left">The function of the first ladder.</param>
/// <param name="Right">The function of the second ladder.</param>
/// <param name="Counts">The firms by level on the first and on the second, from 0, row after row.</param>
/// <param name="Association">Whether both put firms into the same order.</param>
public sealed record LadderFunctionPair(
    string Left, string Right, IReadOnlyList<int> Counts, OrdinalAssociationResult Association);
