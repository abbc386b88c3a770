using Karkhana.Core.Errors;

namespace Karkhana.Core.Policies;

/// <summary>A comparison of two sides, of which one at least is a fact.</summary>
internal sealed class ConditionComparison(ConditionOperand left, string sign, ConditionOperand right) : ConditionTerm
{
    public override bool[] Evaluate(Func<string, double[]> facts)
    {
        double[] first = left.Values(facts, right.Fact ?? left.Fact!);
        double[] second = right.Values(facts, left.Fact ?? right.Fact!);
        Require.SameLength(first.Length, second.Length, nameof(facts));
        bool[] met = new bool[first.Length];
        for (int firm = 0; firm < met.Length; firm++)
        {
            met[firm] = IsMet(first[firm], second[firm]);
        }

        return met;
    }

    public override ConditionTerm Negated() => new ConditionComparison(left, Opposite, right);

    private string Opposite => sign switch
    {
        "<" => ">=",
        "<=" => ">",
        ">" => "<=",
        ">=" => "<",
        "==" => "!=",
        _ => "==",
    };

    private bool IsMet(double first, double second) => sign switch
    {
        "<" => first < second,
        "<=" => first <= second,
        ">" => first > second,
        ">=" => first >= second,
        "==" => first == second,
        _ => first < second || first > second, // not !=, which a number that is not known would meet
    };
}
