using System.ComponentModel;

namespace Karkhana.Methods.Psychometrics;

/// <summary>What can be set on latent scores.</summary>
public sealed record ItemResponseScoreOptions : GivenPriorOptions
{
    /// <summary>Gets how the score is taken.</summary>
    /// <value>The posterior mean unless set.</value>
    [Description("Score: posterior mean, posterior mode, likelihood mode or Warm's weighted likelihood.")]
    public ScoreMethod Method { get; init; }
}
