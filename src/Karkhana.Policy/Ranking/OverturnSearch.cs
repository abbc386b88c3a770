using Karkhana.Methods.Experiments;

namespace Karkhana.Policy;

/// <summary>Under which parameters the first policy of an order would not be the first, found in two ways: a box and a tree.</summary>
/// <param name="First">The id of the first policy.</param>
/// <param name="Against">The id of what it is held against: doing nothing, or the second policy.</param>
/// <param name="Draws">The parameter draws.</param>
/// <param name="Overturned">The draws in which it is not better.</param>
/// <param name="Box">Ranges of parameters in which such draws are frequent; null when too few draws, or too few of either kind, allow a search.</param>
/// <param name="Tree">Questions on parameters that part such draws from the others; null as the box is.</param>
public sealed record OverturnSearch(
    string First, string Against, int Draws, int Overturned, PatientRuleInductionResult? Box, ClassificationTreeResult? Tree)
{
    private const double MostQuasiP = 0.05;

    /// <summary>Gets the rules of the tree, those with most overturned draws first.</summary>
    public IReadOnlyList<OverturnRule> Rules => Tree is not { } tree ? [] :
    [
        .. tree.Nodes.Where(node => node.IsLeaf).Select(leaf => new OverturnRule(tree.PathTo(leaf.Number), leaf.Count, leaf.Estimate))
            .OrderByDescending(rule => rule.Share).ThenByDescending(rule => rule.Draws).ThenBy(rule => rule.Text, StringComparer.Ordinal),
    ];

    /// <summary>Gets the ranges of the box that chance alone does not explain: quasi-p of at most 5 % (Bryant and Lempert 2010).</summary>
    public IReadOnlyList<BoxLimit> ClearLimits => [.. (Box?.Limits ?? []).Where(limit => limit.Restricted && limit.QuasiP <= MostQuasiP)];

    /// <summary>Gets the parameters of <see cref="ClearLimits"/>.</summary>
    public IReadOnlyList<string> BoxParameters => [.. ClearLimits.Select(limit => limit.Input).Order(StringComparer.Ordinal)];

    /// <summary>Gets the parameters that the tree asks of.</summary>
    public IReadOnlyList<string> TreeParameters => Tree is not { } tree ? [] :
        [.. tree.Inputs.Where((_, input) => tree.Importance[input] > 0).Order(StringComparer.Ordinal)];

    /// <summary>Gets the share of the draws that box or tree mark which both mark; the tree marks leaves of which at least half are overturned.</summary>
    /// <value>From 0 to 1; NaN when neither marks a draw, or there was no search.</value>
    public double Overlap
    {
        get
        {
            if (Box is null || Tree is null)
            {
                return double.NaN;
            }

            bool boxed = BoxParameters.Count > 0;
            bool[] marked = [.. Tree.LeafOf.Select(leaf => Tree.Nodes[leaf - 1].Estimate >= 0.5)];
            int both = Enumerable.Range(0, Draws).Count(draw => boxed && Box.Inside[draw] && marked[draw]);
            int either = Enumerable.Range(0, Draws).Count(draw => (boxed && Box.Inside[draw]) || marked[draw]);
            return either == 0 ? double.NaN : (double)both / either;
        }
    }
}
