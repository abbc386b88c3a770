using Karkhana.Core.Errors;

namespace Karkhana.Core.Policies;

/// <summary>Two conditions of which both, or at least one, must be met.</summary>
internal sealed class JoinedTerms(ConditionTerm left, ConditionTerm right, bool both) : ConditionTerm
{
    public override bool[] Evaluate(Func<string, double[]> facts)
    {
        bool[] met = left.Evaluate(facts);
        bool[] other = right.Evaluate(facts);
        Require.SameLength(met.Length, other.Length, nameof(facts));
        for (int firm = 0; firm < met.Length; firm++)
        {
            met[firm] = both ? met[firm] && other[firm] : met[firm] || other[firm];
        }

        return met;
    }

    public override ConditionTerm Negated() => new JoinedTerms(left.Negated(), right.Negated(), !both);
}
