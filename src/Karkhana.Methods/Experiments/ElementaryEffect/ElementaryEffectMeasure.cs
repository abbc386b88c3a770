using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>Elementary effects as a measure.</summary>
public static class ElementaryEffectMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<ModelRuns, ElementaryEffectOptions, ElementaryEffectResult>(
        "experiments.elementary-effect",
        "Morris screening: effects of moving one input of a model at a time.",
        ElementaryEffect.Source,
        [new InputSpec("design", "variables (list of columns), value")],
        [
            new OutputSpec("variable", OutputShape.Vector, "inputs"),
            new OutputSpec("mu", OutputShape.Vector, "mean effect"),
            new OutputSpec("mu_star", OutputShape.Vector, "mean absolute effect"),
            new OutputSpec("mu_star_conf_low", OutputShape.Vector, "lower limits, at least 0; null with one trajectory"),
            new OutputSpec("mu_star_conf_high", OutputShape.Vector, "upper limits"),
            new OutputSpec("sigma", OutputShape.Vector, "standard deviation of the effects, n - 1"),
            new OutputSpec("median_abs", OutputShape.Vector, "median absolute effect"),
            new OutputSpec("effect", OutputShape.Matrix, "trajectory x variable; rows from 1"),
            new OutputSpec("mu_star_half", OutputShape.Vector, "from the first half of the trajectories; null with fewer than four"),
            new OutputSpec("greatest_change", OutputShape.Scalar, "largest change of mu_star from the first half to all, as a share of the largest mu_star"),
        ],
        request => ModelRuns.Read(request, "design"),
        ElementaryEffect.Estimate);
}
