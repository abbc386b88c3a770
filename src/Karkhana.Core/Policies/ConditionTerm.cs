namespace Karkhana.Core.Policies;

/// <summary>A part of a condition that each firm meets or does not.</summary>
internal abstract class ConditionTerm
{
    public abstract bool[] Evaluate(Func<string, double[]> facts);

    /// <summary>Gives the opposite. Negation is carried down to the comparisons, so that neither a comparison with an unknown
    /// fact nor its opposite is met.</summary>
    public abstract ConditionTerm Negated();
}
