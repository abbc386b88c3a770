using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>An equation fitted on every draw of the true scores, so that errors can be chosen afterwards, more than once.</summary>
internal sealed class EquationDraws
{
    private readonly LearningVariables _variables;
    private readonly LearningEquation _equation;
    private readonly int[] _rows;
    private readonly LinearModel[] _models;

    private EquationDraws(LearningVariables variables, LearningEquation equation, int[] rows, LinearModel[] models) =>
        (_variables, _equation, _rows, _models) = (variables, equation, rows, models);

    /// <summary>Draws and fits; null where <see cref="LearningEquations.Estimate(LearningSample, LearningEquation, EquationOptions?, Karkhana.Core.Execution.ExecutionOptions?, CancellationToken)"/>
    /// gives none.</summary>
    public static EquationDraws? Of(LearningVariables variables, LearningEquation equation, EquationOptions options, CancellationToken cancellationToken)
    {
        int[] rows = LearningEquations.CompleteRows(variables, equation);
        if (!LearningEquations.Suffices(variables, equation, rows, options))
        {
            return null;
        }

        TrueScores scores = new(variables, equation, rows);
        EquationErrors errors = new(variables.Sample, rows, ErrorDependence.Independent, options);
        LinearModel[] models = scores.AreKnown
            ? [errors.Fit(equation, scores.Observed())]
            : [.. Enumerable.Range(0, options.Draws).Select(draw =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                return errors.Fit(equation, scores.Draw(draw));
            })];
        return new EquationDraws(variables, equation, rows, models);
    }

    /// <summary>Gives the pooled fit with the errors that are asked for.</summary>
    public LearningFit With(EquationOptions options)
    {
        ErrorDependence errors = LearningEquations.Resolve(_variables.Sample, _rows, options.Errors);
        EquationErrors estimator = new(_variables.Sample, _rows, errors, options);
        return LearningEquations.Pooled(_equation, [.. _models.Select(estimator.Run)], _rows, errors, options);
    }
}
