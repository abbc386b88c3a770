using Karkhana.Core.Measures;

namespace Karkhana.Methods.Experiments;

/// <summary>Patient rule induction as a measure.</summary>
public static class PatientRuleInductionMeasure
{
    /// <summary>Gets the definition.</summary>
    public static Measure Definition { get; } = Measure.Define<CaseSample, PatientRuleInductionOptions, PatientRuleInductionResult>(
        "experiments.patient-rule-induction",
        "Under which inputs outcomes of interest are frequent: a box by patient rule induction (PRIM).",
        PatientRuleInduction.Source,
        [new InputSpec("sample", CaseSample.Roles)],
        [
            new OutputSpec("variable", OutputShape.Vector, "inputs"),
            new OutputSpec("restricted_share", OutputShape.Vector, "share of bootstrap samples that restrict the input"),
            new OutputSpec("restricted", OutputShape.Vector, "1 where the chosen box asks anything of the input"),
            new OutputSpec("lower", OutputShape.Vector, "lower limit, or least value; NaN for categories"),
            new OutputSpec("upper", OutputShape.Vector, "upper limit, or greatest value; NaN for categories"),
            new OutputSpec("categories", OutputShape.Vector, "categories that are left, separated by |; null for numbers"),
            new OutputSpec("qp_lower", OutputShape.Vector, "quasi-p-value of the lower limit; NaN without one"),
            new OutputSpec("qp_upper", OutputShape.Vector, "quasi-p-value of the upper limit; NaN without one"),
            new OutputSpec("qp", OutputShape.Vector, "quasi-p-value of all that is asked of the input"),
            new OutputSpec("chosen_step", OutputShape.Scalar, "step of the trajectory, from 0"),
            new OutputSpec("mass", OutputShape.Scalar, "share of all cases in the chosen box, after pasting"),
            new OutputSpec("coverage", OutputShape.Scalar, "share of the cases of interest in it"),
            new OutputSpec("density", OutputShape.Scalar, "share of its cases that are of interest"),
            new OutputSpec("density_low", OutputShape.Scalar, "lower limit (Wilson)"),
            new OutputSpec("density_high", OutputShape.Scalar, "upper limit (Wilson)"),
            new OutputSpec("density_unseen", OutputShape.Scalar, "mean density among cases that a bootstrap sample left out"),
            new OutputSpec("density_unseen_low", OutputShape.Scalar, "lower limit over samples"),
            new OutputSpec("density_unseen_high", OutputShape.Scalar, "upper limit over samples"),
            new OutputSpec("coverage_unseen", OutputShape.Scalar, "mean coverage of cases that a bootstrap sample left out"),
            new OutputSpec("coverage_unseen_low", OutputShape.Scalar, "lower limit over samples"),
            new OutputSpec("coverage_unseen_high", OutputShape.Scalar, "upper limit over samples"),
            new OutputSpec("step", OutputShape.Vector, "steps of the trajectory, from 0"),
            new OutputSpec("step_mass", OutputShape.Vector, "share of all cases by step"),
            new OutputSpec("step_coverage", OutputShape.Vector, "coverage by step"),
            new OutputSpec("step_density", OutputShape.Vector, "density by step"),
            new OutputSpec("step_restricted", OutputShape.Vector, "restricted inputs by step"),
        ],
        CaseSample.Read,
        PatientRuleInduction.Estimate);
}
