/** What Backstory sees, how to take the permission back, and which version this is. */
import { Access, type AccessActions } from "../parts/access";
import { type OptionsPage, Section, Setting } from "./setting";

interface AboutProps {
  page: OptionsPage;
  version: string;
  access: AccessActions;
}

export function About({ page, version, access }: AboutProps) {
  const { t } = page;
  return (
    <Section page={page} id="about">
      <Setting page={page} id="privacy" as="bare">
        <strong>{t("options_privacy_legend")}</strong>
      </Setting>
      <Setting page={page} id="access" as="group">
        <Access t={t} actions={access} />
      </Setting>
      <Setting page={page} id="welcome" as="bare">
        <p class="links">
          <a href="/welcome.html" target="_blank">
            {t("options_welcome")}
          </a>
        </p>
      </Setting>
      <p class="hint">{t("options_version", version)}</p>
    </Section>
  );
}
