/** A small sound agreement. Tests break it in one place by replacing a piece of its text. */
export const base = `sla: 1
id: demo
title: Demo
version: "1"
timezone: Europe/Paris
sponsor: Managing Director
teams:
  marketing: { title: Marketing }
  sales: { title: Sales }
lint: { missing-effective: off, unused-field: off, unused-source: off }
calendars:
  office:
    timezone: Europe/Paris
    week: { mon-thu: [09:00-12:30, 14:00-18:00], fri: [09:00-17:00] }
sources:
  leads:
    files: leads.csv
    timezone: Europe/Paris
    key: id
    fields:
      id: Lead
      country: Country
      phone: { column: Phone, personal: true }
      size: { column: Size, type: integer }
      vip: { column: VIP, type: boolean }
      amount: { column: Amount, type: decimal, decimal: "," }
      qualified_at: { column: Qualified, type: datetime, format: dd/MM/yyyy HH:mm }
      contacted_at: { column: Contacted, type: datetime, format: iso }
  activities:
    files: activities.csv
    lead: lead_id
    fields:
      at: { column: At, type: datetime, format: epoch }
      kind: Kind
stages:
  qualified: { at: qualified_at, title: Marketing-qualified lead }
  contacted: { at: contacted_at }
profile:
  must: { country: [FR, BE], size: 50..1000 }
commitments:
  - id: volume
    owed_by: marketing
    owed_to: sales
    count: { stage: qualified, where: profile }
    target: ">= 120 per month"
  - id: first-contact
    owed_by: sales
    owed_to: marketing
    response: { from: qualified, to: contacted, within: 4 business hours, calendar: office }
    where: profile
    target: 95%
`;
